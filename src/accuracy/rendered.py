"""What renderers of fields share: classes and scores of the truth, and the files they write."""
import io, json, os, sys
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom

CUTS = 0.2, 0.4, 0.6


def class_of(od):
    return int(np.searchsorted(CUTS, od, side="right"))


def truth(pixel_um, shape, white, h, d, cells):
    """Returns the truth of a field in the form of the reference fields."""
    scores = {name: score([c for c in cells if name in ("all", c["kind"])]) for name in ("all", "mononuclear", "multinucleated")}
    return dict(mpp=pixel_um, width=shape[1], height=shape[0], thresholds=CUTS, white=list(white),
                stain=dict(H=list(h), DAB=list(d)), **scores, cells=cells)


def score(cells):
    share = 100 / max(1, len(cells))
    return dict(cells=len(cells), positive_percent=share * sum(c["class"] > 0 for c in cells),
                h_score=share * sum(c["class"] for c in cells))


def cell(index, kind, centre, nuclei, od, area_um2):
    """Returns a cell of the truth; places in pixels."""
    return {"id": index, "kind": kind, "x": float(centre[0]), "y": float(centre[1]), "nuclei": [[float(x), float(y)] for x, y in nuclei],
            "class": class_of(od), "cytoplasm_dab_od_mean": float(od), "cytoplasm_area_um2": float(area_um2)}


def noise(random, shape, scale_px):
    """Returns smooth noise of mean 0 and deviation 1; coarse noise is drawn coarse, for speed."""
    step = max(1, int(scale_px / 4))
    drawn = random.standard_normal([side // step + 2 for side in shape]).astype(np.float32)
    drawn = gaussian_filter(drawn, scale_px / step, mode="wrap")
    drawn = (zoom(drawn, step, order=1) if step > 1 else drawn)[: shape[0], : shape[1]]
    return (drawn - drawn.mean()) / drawn.std()


def stains(random, spread):
    """Returns vectors of haematoxylin and DAB near those of Ruifrok and Johnston."""
    vectors = np.array([[0.65, 0.704, 0.286], [0.268, 0.57, 0.776]]) + random.normal(0, spread, (2, 3))
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def jpeg(rgb, quality):
    """Returns the picture as it comes out of a file."""
    packed = io.BytesIO()
    Image.fromarray(np.clip(np.round(rgb), 0, 255).astype(np.uint8)).save(packed, "JPEG", quality=quality)
    return Image.open(packed).convert("RGB")


class Field:
    """A field to be rendered: its chance, its look as attributes, its size in pixels."""

    def __init__(self, seed, look):
        self.random = np.random.default_rng(seed)
        for name, value in look.items():
            setattr(self, name, value)
        self.um = 1 / self.pixel_um
        self.shape = int(self.height_um * self.um), int(self.width_um * self.um)
        self.cells = []

    def noise_of(self, scale_um):
        return noise(self.random, self.shape, scale_um * self.um)

    def cytoplasm(self, owner, nuclear, dab):
        """Returns how many pixels of cytoplasm each cell has, and their mean DAB."""
        seen = (owner >= 0) & ~nuclear
        area = np.bincount(owner[seen], minlength=len(self.cells))
        return area, np.bincount(owner[seen], dab[seen], len(self.cells)) / np.maximum(area, 1)


def save(picture, truth, image_file, truth_file):
    dots = 10000 / truth["mpp"]
    picture.save(image_file, compression="tiff_lzw", resolution_unit=3, x_resolution=dots, y_resolution=dots)
    with open(truth_file, "w") as out:
        json.dump(truth, out)


def small(seed, look, finest_um):
    """Returns a look for learning on a smaller field: more looks are drawn in the same time."""
    look = dict(look, width_um=440, height_um=340, giants=round(0.45 * look["giants"]))
    return look if look["pixel_um"] >= finest_um(seed) else dict(look, pixel_um=0.5)


def main(name, render, looks, drawn):
    """Writes fields as the command line asks: FOLDER FROM TO, FOLDER looks FROM SEEDS, or FOLDER small FROM TO."""
    folder, second, third = sys.argv[1:4]
    if second == "small":
        finest = lambda seed: 0.25 if name != "sections" and seed % 4 == 1 else 0.4
        for seed in range(int(third), int(sys.argv[4])):
            field = os.path.join(folder, f"{name}{seed}~0")
            save(*render(seed, **small(seed, drawn(seed), finest)), field + ".tif", field + ".truth.json")
        return
    if second == "looks":
        for look in looks:
            for seed in range(int(third), int(third) + int(sys.argv[4])):
                place = os.path.join(folder, f"{look}~{seed}")
                os.makedirs(place, exist_ok=True)
                save(*render(seed, **looks[look]), place + "/field.tif", place + "/truth.json")
        return
    os.makedirs(folder, exist_ok=True)
    for seed in range(int(second), int(third)):
        field = os.path.join(folder, f"{name}{seed}~0")
        save(*render(seed, **drawn(seed)), field + ".tif", field + ".truth.json")
