#!/usr/bin/python3
"""Renders H-DAB fields with their truth in a third way: cells are painted one over the other, as in a thick section.

A cell is a star-shaped patch; what is painted later hides what lies below, nuclei too. Giant cells have nuclei that
may touch: scattered, in a ring, in a clump or at one pole. Stroma is fibres with spindle cells along them, with
lymphocytes and red cells. Shares no code with the program, and with mosaic.py that of files and scores alone.
Needs numpy, scipy and PIL. The truth is in the form of the reference fields (od: mean over the cytoplasm).

usage: painted.py FOLDER FROM TO           FOLDER/paintedN~0.tif and .truth.json of drawn looks, for learning
       painted.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import io
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom
import rendered

CLASS_OD = (0.06, 0.03), (0.30, 0.04), (0.50, 0.045), (0.80, 0.09)
HEMATOXYLIN, DAB = np.array([0.65, 0.704, 0.286]), np.array([0.268, 0.57, 0.776])
COLLAGEN, BLOOD = np.array([0.12, 0.9, 0.42]), np.array([0.1, 0.85, 0.52])
SMALLEST_NUCLEUS_UM2 = 12  # of a cell that others hide

PLAIN = dict(
    width_um=640, height_um=500, pixel_um=0.5, giants=10, nuclei=7, touching=1.0, spacing_um=12.5, stroma=0.3, glass=0.05,
    grain=0.15, lopsided=0.15, membrane=0.0, hematoxylin=1.0, shares=(0.35, 0.25, 0.25, 0.15), blur_um=0.4, noise=1.5, jpeg=85)
LOOKS = {
    "painted": {},
    "painted, dense": dict(spacing_um=10.5),
    "painted, granular": dict(grain=0.35),
    "painted, pale nuclei": dict(hematoxylin=0.6),
    "painted, JPEG 50": dict(jpeg=50),
    "painted, 0.25 um per pixel": dict(pixel_um=0.25),
    "painted, most cells strong": dict(shares=(0.1, 0.2, 0.3, 0.4)),
    "painted, soft focus": dict(blur_um=0.8),
}


class Painting(rendered.Field):
    def __init__(self, seed, **look):
        super().__init__(seed, dict(PLAIN, **look))
        self.owner = np.full(self.shape, -1)
        self.nucleus = np.zeros(self.shape, bool)
        self.nuclear_od = np.zeros(self.shape)
        self.depth = np.zeros(self.shape)  # 1 at the rim of a cell, 0 in its middle

    def noise_of(self, scale_um):
        """As rendered.noise, but of doubles, as scores of giant cells were learned from."""
        step = max(1, int(scale_um * self.um / 4))
        size = [side // step + 2 for side in self.shape]
        n = gaussian_filter(self.random.standard_normal(size), scale_um * self.um / step, mode="wrap")
        n = (zoom(n, step, order=1) if step > 1 else n)[: self.shape[0], : self.shape[1]]
        return (n - n.mean()) / n.std()

    def render(self):
        self.chromatin = self.noise_of(0.6), self.noise_of(1.5)
        self.fibres = 0.8 * self.noise_of(50)
        region = self.noise_of(45)
        self.loose = region < np.quantile(region, self.stroma)
        self.empty = region < np.quantile(region, self.glass) if self.glass else np.zeros(self.shape, bool)
        for centre, what in self.places():
            self.paint_mononuclear(centre, what)
        for centre in self.scatter(70, self.giants, 40):
            self.paint_giant(centre)
        self.take_out_hidden()
        return self.camera()

    # --- where cells are ---------------------------------------------------------------------------------------

    def scatter(self, apart_um, count, margin_um):
        points = []
        low, high = margin_um * self.um, np.array(self.shape[::-1]) - margin_um * self.um
        for _ in range(3000):
            point = self.random.uniform([low, low], high)
            if len(points) < count and all(np.hypot(*(point - other)) > apart_um * self.um for other in points):
                points.append(point)
        return points

    def places(self):
        height, width = self.shape
        tries = int(8 * self.width_um * self.height_um / self.spacing_um**2)
        placed, used = np.full((tries, 2), np.inf), 0
        for point in self.random.uniform([4 * self.um] * 2, [width - 4 * self.um, height - 4 * self.um], (tries, 2)):
            at = int(point[1]), int(point[0])
            apart = self.spacing_um * self.um * self.random.uniform(0.8, 1.15) * (1.25 if self.loose[at] else 0.95)
            if self.empty[at] or (used and np.hypot(*(placed[:used] - point).T).min() < apart):
                continue
            placed[used], used = point, used + 1
            lymphocyte = self.random.uniform() < (0.15 if self.loose[at] else 0.05)
            yield point, "lymphocyte" if lymphocyte else "spindle" if self.loose[at] else "tumour"

    # --- cells -------------------------------------------------------------------------------------------------

    def patch(self, centre, long_um, short_um, turn, rough, pointed=False):
        """Returns a box of the picture and how far out its pixels lie: 1 at the rim of the patch."""
        reach = int((1.5 * max(long_um, short_um) + 3) * self.um) + 2
        y0, x0 = max(0, int(centre[1]) - reach), max(0, int(centre[0]) - reach)
        box = np.s_[y0 : int(centre[1]) + reach + 1, x0 : int(centre[0]) + reach + 1]
        dy, dx = np.indices(self.owner[box].shape)
        dx, dy = (dx + x0 - centre[0]) * self.pixel_um, (dy + y0 - centre[1]) * self.pixel_um
        u = (dx * np.cos(turn) + dy * np.sin(turn)) / long_um
        v = (dy * np.cos(turn) - dx * np.sin(turn)) / short_um
        if pointed:
            return box, np.abs(u) + np.abs(v) ** 1.3
        angle, waves = np.arctan2(v, u), np.arange(2, 7)
        height, phase = self.random.normal(0, rough, 5) / np.sqrt(waves - 1), self.random.uniform(0, 2 * np.pi, 5)
        rim = 1 + sum(h * np.cos(k * angle + p) for k, h, p in zip(waves, height, phase))
        return box, np.hypot(u, v) / np.maximum(rim, 0.3)

    def add(self, kind, intensity, centre, stroma=False):
        od = max(0.0, self.random.normal(*CLASS_OD[intensity]))
        self.cells.append(dict(
            kind=kind, od=od, nuclei=[], centre=centre, stroma=stroma, over_nucleus=self.random.uniform(0.15, 0.6),
            slope=self.random.normal(0, self.lopsided, 2)))
        return len(self.cells) - 1

    def paint_mononuclear(self, centre, what):
        draw = self.random.uniform
        stroma = what != "tumour"
        cell = self.add("mononuclear", int(self.random.choice(4, p=(0.9, 0.06, 0.03, 0.01) if stroma else self.shares)), centre, stroma)
        turn = draw(0, np.pi)
        if what == "tumour":
            long_um = draw(6, 9.5)
            short_um = long_um * draw(0.65, 1)
            size = min(draw(3.3, 5), 0.72 * long_um)
            size, pale, dark = (size, min(size * draw(0.65, 0.98), 0.8 * short_um)), draw(0, 0.6), draw(0.35, 0.65)
            centre = centre + self.random.normal(0, 0.12 * short_um * self.um, 2)
        elif what == "lymphocyte":
            long_um = draw(3.4, 4.2)
            short_um = long_um * draw(0.85, 1)
            size, pale, dark = (0.82 * short_um, 0.82 * short_um), 0.05, draw(0.6, 0.8)
        else:
            turn = self.fibres[int(centre[1]), int(centre[0])] + self.random.normal(0, 0.2)
            long_um, short_um = draw(12, 20), draw(2.4, 3.4)
            size, pale, dark = (draw(5, 8), min(draw(1.3, 2), 0.75 * short_um)), draw(0, 0.3), draw(0.45, 0.65)
        box, out = self.patch(self.cells[cell]["centre"], long_um, short_um, turn, 0 if what == "spindle" else 0.07, what == "spindle")
        mine = (out < 1) & ~self.nucleus[box]
        self.owner[box][mine], self.depth[box][mine] = cell, out[mine]
        self.paint_nucleus(cell, centre, size, turn, pale, dark)

    def paint_giant(self, centre):
        draw = self.random.uniform
        wanted = int(np.clip(self.random.lognormal(np.log(self.nuclei), 0.5), 3, 30))
        long_um = (4.3 * np.sqrt(wanted) + 5.5) * draw(1, 1.25)
        short_um, turn = long_um * draw(0.65, 0.95), draw(0, np.pi)
        nuclei = self.nuclei_of_giant(centre, wanted, long_um, short_um, turn)
        if len(nuclei) < 3:
            return
        cell = self.add("multinucleated", int(self.random.choice(4, p=(0.15, 0.2, 0.3, 0.35))), centre)
        box, out = self.patch(centre, long_um, short_um, turn, 0.08)
        mine = out < 1
        self.owner[box][mine], self.depth[box][mine] = cell, out[mine]
        self.nucleus[box][mine], self.nuclear_od[box][mine] = False, 0
        pale, dark = draw(0.1, 0.6), draw(0.35, 0.6)
        for point in nuclei:
            size = draw(3, 4.6)
            self.paint_nucleus(cell, point, (size, size * draw(0.75, 1)), draw(0, np.pi),
                               np.clip(pale + self.random.normal(0, 0.08), 0, 0.7), dark * draw(0.85, 1.15))

    def nuclei_of_giant(self, centre, wanted, long_um, short_um, turn):
        draw = self.random.uniform
        way = self.random.choice(["scattered", "ring", "clump", "pole"])
        apart = self.um * (draw(5.5, 8.5) if draw() < self.touching else draw(8.5, 10))
        points = []
        for _ in range(6000):
            angle = draw(0, 2 * np.pi)
            share = {"scattered": 0.8 * np.sqrt(draw()), "ring": draw(0.62, 0.82), "clump": 0.55 * np.sqrt(draw()),
                     "pole": 0.75 * np.sqrt(draw())}[way]
            u, v = long_um * share * np.cos(angle), short_um * share * np.sin(angle)
            if way == "pole" and u < 0:
                continue
            point = centre + self.um * np.array([u * np.cos(turn) - v * np.sin(turn), u * np.sin(turn) + v * np.cos(turn)])
            if len(points) < wanted and all(np.hypot(*(point - other)) > apart for other in points):
                points.append(point)
        return points

    def paint_nucleus(self, cell, centre, size, turn, pale, dark):
        box, out = self.patch(centre, *size, turn, 0.035)
        mine = (out < 1) & (self.owner[box] == cell)
        fine, coarse = self.chromatin[0][box], self.chromatin[1][box]
        od = dark * (1 - pale * np.clip(1 - out**3, 0, 1) + 0.35 * pale * fine + 0.15 * coarse)
        if pale > 0.3:
            od += 0.18 * np.exp(-(((out - 0.92) / 0.1) ** 2))
        y, x = np.indices(out.shape)
        for _ in range(self.random.poisson(0.8 if pale > 0.3 else 0.2)):
            nx, ny = np.array(centre) - (box[1].start, box[0].start) + self.random.uniform(-0.4, 0.4, 2) * size[1] * self.um
            od += 0.35 * np.exp(-((x - nx) ** 2 + (y - ny) ** 2) * self.pixel_um**2 / (2 * 0.55**2))
        self.nucleus[box] |= mine
        self.nuclear_od[box][mine] = np.maximum(self.hematoxylin * od, 0.06)[mine]
        if mine.sum() * self.pixel_um**2 > 8:
            self.cells[cell]["nuclei"].append(centre)

    def take_out_hidden(self):
        owner = self.owner[self.nucleus]
        left = np.bincount(owner, minlength=len(self.cells)) * self.pixel_um**2
        hidden = [i for i, cell in enumerate(self.cells) if left[i] < SMALLEST_NUCLEUS_UM2 or not cell["nuclei"]
                  or (cell["kind"] == "multinucleated" and len(cell["nuclei"]) < 3)]
        for i in hidden:
            self.cells[i]["nuclei"] = []
        gone = np.isin(self.owner, hidden)
        self.owner[gone], self.nucleus[gone], self.nuclear_od[gone] = -1, False, 0

    # --- what is stained ---------------------------------------------------------------------------------------

    def of_cells(self, values):
        return np.append(np.asarray(values, float), 0)[self.owner]

    def dab(self):
        y, x = np.mgrid[0 : self.shape[0], 0 : self.shape[1]]
        side = sum(self.of_cells([c["slope"][k] for c in self.cells]) * (at - self.of_cells([c["centre"][k] for c in self.cells]))
                   for k, at in enumerate((x, y))) * self.pixel_um / 8
        texture = np.clip(np.exp(self.grain * self.noise_of(0.7) + 0.12 * self.noise_of(2.2)), 0.15, 4)
        rim = 1 + self.membrane * np.exp(-((1 - self.depth) / 0.15))
        dab = self.of_cells([c["od"] for c in self.cells]) * np.clip(1 + side, 0.3, 1.8) * texture * rim * (self.owner >= 0)
        return np.where(self.nucleus, dab * self.of_cells([c["over_nucleus"] for c in self.cells]), dab)

    def camera(self):
        inside, dab = self.owner >= 0, self.dab()
        stroma = self.loose & ~inside & ~self.empty
        pale = np.where(inside, 0.05 + 0.02 * self.noise_of(1.5), 0.015 + 0.01 * self.noise_of(2)).clip(0)
        hematoxylin = self.nuclear_od + pale * ~self.nucleus * ~(self.empty & ~inside)
        pink = np.clip(0.1 + 0.04 * self.strands() + 0.02 * self.noise_of(2), 0, None) * stroma
        seen_dab = dab + 0.012 * (~inside & ~self.empty)
        h, d = HEMATOXYLIN + self.random.normal(0, 0.035, 3), DAB + self.random.normal(0, 0.035, 3)
        h, d = h / np.linalg.norm(h), d / np.linalg.norm(d)
        white = np.array([241, 240, 239]) + self.random.normal(0, 3, 3)
        od = sum(a[..., None] * v for a, v in ((hematoxylin, h), (seen_dab, d), (pink, COLLAGEN), (self.red_cells(stroma), BLOOD)))
        light = np.stack([gaussian_filter(10 ** -od[..., c], self.blur_um * f * self.um) for c, f in enumerate((1.1, 1, 0.9))], -1)
        y, x = np.mgrid[-0.5 : 0.5 : self.shape[0] * 1j, -0.5 : 0.5 : self.shape[1] * 1j]
        rgb = white * light * (1 - 0.03 * (x**2 + y**2))[..., None]
        rgb += self.random.normal(0, self.noise, rgb.shape) * np.sqrt(np.maximum(rgb, 0) / 240)
        jpeg = io.BytesIO()
        Image.fromarray(np.clip(np.round(rgb), 0, 255).astype(np.uint8)).save(jpeg, "JPEG", quality=self.jpeg)
        return Image.open(jpeg).convert("RGB"), self.truth(white, h, d, dab)

    def strands(self):
        """Noise drawn out along the fibres, in squares of a micrometre."""
        height, width = int(self.height_um) + 1, int(self.width_um) + 1
        turn = zoom(self.fibres, (height / self.shape[0], width / self.shape[1]), order=1)
        noise = gaussian_filter(self.random.standard_normal((height, width)), 0.7)
        y, x = np.mgrid[0:height, 0:width]
        drawn = sum(noise[np.rint(y + k * np.sin(turn)).astype(int) % height, np.rint(x + k * np.cos(turn)).astype(int) % width]
                    for k in range(-10, 11))
        fine = zoom(drawn / drawn.std(), (self.shape[0] / height, self.shape[1] / width), order=1)
        return fine[: self.shape[0], : self.shape[1]]

    def red_cells(self, stroma):
        od = np.zeros(self.shape)
        for point in self.scatter(8, 25, 5):
            box, out = self.patch(point, 3.5, 3.2, 0, 0.02)
            mine = (out < 1) & stroma[box]
            od[box][mine] = 0.22 * (0.7 + 0.5 * out[mine] ** 2)
        return od

    def truth(self, white, h, d, dab):
        cytoplasm = (self.owner >= 0) & ~self.nucleus
        area = np.bincount(self.owner[cytoplasm], minlength=len(self.cells))
        od = np.bincount(self.owner[cytoplasm], dab[cytoplasm], len(self.cells)) / np.maximum(area, 1)
        cells = [self.cell_truth(i, area[i], od[i]) for i, cell in enumerate(self.cells) if cell["nuclei"] and area[i]]
        return rendered.truth(self.pixel_um, self.shape, white, h, d, cells)

    def cell_truth(self, index, area, od):
        cell = self.cells[index]
        y, x = np.nonzero(self.owner == index) if cell["kind"] == "multinucleated" else np.array(cell["nuclei"]).T[::-1]
        return {"id": index, "kind": cell["kind"], "x": float(x.mean()), "y": float(y.mean()), "stroma": cell["stroma"],
                "nuclei": [[float(a), float(b)] for a, b in cell["nuclei"]], "class": rendered.class_of(od),
                "cytoplasm_dab_od_mean": float(od), "cytoplasm_area_um2": float(area * self.pixel_um**2)}



def drawn(seed):
    """A look for learning; every third field has no giant cell."""
    draw = np.random.default_rng(70000 + seed)
    shares = draw.dirichlet((3, 2.5, 2.5, 2))
    return dict(
        giants=0 if seed % 3 == 2 else 10, nuclei=draw.choice([4.5, 7, 9]), touching=draw.choice([0.3, 1]), spacing_um=draw.uniform(9.5, 15),
        stroma=draw.uniform(0, 0.6), glass=draw.choice([0, 0.05, 0.1]), grain=draw.uniform(0.05, 0.4), lopsided=draw.uniform(0, 0.3),
        membrane=draw.choice([0, 0, 0.3, 0.7]), hematoxylin=draw.uniform(0.55, 1.1), shares=tuple(shares), blur_um=draw.uniform(0.25, 0.8),
        noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)), pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))


if __name__ == "__main__":
    rendered.main("painted", lambda seed, **look: Painting(seed, **look).render(), LOOKS, drawn)
