"""What renderers of fields share: classes and scores of the truth, and the files they write."""
import json, os, sys
import numpy as np

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


def save(picture, truth, image_file, truth_file):
    dots = 10000 / truth["mpp"]
    picture.save(image_file, compression="tiff_lzw", resolution_unit=3, x_resolution=dots, y_resolution=dots)
    with open(truth_file, "w") as out:
        json.dump(truth, out)


def main(name, render, looks, drawn):
    """Writes fields as the command line asks: FOLDER FROM TO, or FOLDER looks FROM SEEDS."""
    folder, second, third = sys.argv[1:4]
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
