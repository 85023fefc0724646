#!/usr/bin/python3
"""Renders H-DAB fields with their truth by other means than `ranklens phantom`: cells are a mosaic.

A pixel belongs to the nearest seed: one seed for a mononuclear cell, many for a giant cell, whose body therefore
has any outline; noise bends the borders. Chromatin, cytoplasm and what lies between cells are noise of their own
scales. Shares no code with the program, so it shows what was tuned to one way of drawing.
Needs numpy, scipy and PIL. The truth is in the form of the reference fields (od: mean over the cytoplasm).

usage: mosaic.py FOLDER FROM TO           FOLDER/mosaicN~0.tif and .truth.json of drawn looks, for learning
       mosaic.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import io
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree
import rendered

CLASS_OD = (0.07, 0.03), (0.29, 0.045), (0.5, 0.045), (0.78, 0.08)
RUIFROK = np.array([[0.65, 0.704, 0.286], [0.268, 0.57, 0.776]])
PINK = np.array([0.2, 0.8, 0.4])
REACH_UM = 40
PLAINER = 48

PLAIN = dict(
    width_um=680, height_um=520, pixel_um=0.5, giants=9, nuclei=8, spacing_um=14, gap_um=0.5, stroma=0.35, glass=0.06,
    grain=0.12, membrane=0.0, patches=0.0, over_nucleus=0.35, blur_um=0.4, noise=1.2, jpeg=85,
    # What else giant cells and stain may be, for learning: see place_giant, draw_nucleus and stain.
    giants_apart_um=75, ample=0.0, tight=False, pale=0.0, grain_um=1.0, uneven=0.0, counterstain=0.05)
LOOKS = {
    "mosaic": {},
    "mosaic, no glass in view": dict(glass=0),
    "mosaic, crowded, JPEG 50": dict(spacing_um=11, jpeg=50),
    "mosaic, granular": dict(grain=0.25),
    "mosaic, membranous, 0.25 um per pixel": dict(membrane=0.4, pixel_um=0.25),
    "mosaic, like cells together": dict(patches=1),
}


class Mosaic(rendered.Field):
    def __init__(self, seed, **look):
        self.look = dict(PLAIN, **look)
        super().__init__(seed, self.look)
        self.seeds, self.owners = [], []

    def render(self):
        self.region = self.noise_of(60)
        self.neighbours = self.noise_of(30)
        self.place_giants()
        self.place_mononuclear()
        self.fill_bodies()
        self.draw_nuclei()
        self.stain()
        return self.camera()

    # --- where cells are ---------------------------------------------------------------------------------------

    def place_giants(self):
        height, width = self.shape
        for _ in range(self.giants):
            for _ in range(200):
                centre = self.random.uniform([45 * self.um] * 2, [width - 45 * self.um, height - 45 * self.um])
                if not self.seeds or np.hypot(*(np.array(self.seeds) - centre).T).min() > self.giants_apart_um * self.um:
                    self.place_giant(centre)
                    break

    def place_giant(self, centre):
        wanted = int(np.clip(self.random.lognormal(np.log(self.nuclei), 0.5), 3, 30))
        radius = (4.6 * np.sqrt(wanted) + 5) * self.um
        way = self.random.choice(["scattered", "ring", "clump"], p=[0.5, 0.25, 0.25])
        apart = (6.6 if way == "clump" else 8.5) * self.um
        if self.tight:
            apart, radius = self.random.uniform(4.4, 7) * self.um, 0.8 * radius
        nuclei = []
        for _ in range(4000):
            share = {"scattered": np.sqrt(self.random.uniform()), "ring": self.random.uniform(0.72, 0.95),
                     "clump": 0.75 * np.sqrt(self.random.uniform())}[way]
            point = centre + self.on_ellipse(radius * share)
            if all(np.hypot(*(point - other)) > apart for other in nuclei):
                nuclei.append(point)
            if len(nuclei) == wanted:
                break
        if len(nuclei) < 3:
            return
        body = [centre + self.on_ellipse(0.98 * radius * np.sqrt(self.random.uniform())) for _ in range(6 * wanted)]
        if self.ample:
            body += self.wider(centre, radius, wanted)
        shares = [1, 0, 0, 0] if self.pale and self.random.uniform() < self.pale else [0.15, 0.25, 0.3, 0.3]
        self.add("multinucleated", nuclei, body, int(self.random.choice(4, p=shares)), False)

    def wider(self, centre, radius, wanted):
        """Up to three more lobes without a nucleus: the nuclei lie to one side of a body of any outline."""
        body = []
        for _ in range(self.random.integers(0, 4)):
            wide = radius * self.random.uniform(0.4, 0.4 + self.ample)
            lobe = centre + self.on_ellipse(radius)
            body += [lobe + self.on_ellipse(wide * np.sqrt(self.random.uniform())) for _ in range(int(6 + 6 * wanted * (wide / radius) ** 2))]
        return body

    def on_ellipse(self, radius):
        angle = self.random.uniform(0, 2 * np.pi)
        return radius * np.array([1.15 * np.cos(angle), 0.87 * np.sin(angle)])

    def place_mononuclear(self):
        height, width = self.shape
        giants = cKDTree(self.seeds) if self.seeds else None
        loose = np.quantile(self.region, self.stroma)
        count = int(6 * width * height / (self.spacing_um * self.um) ** 2)
        placed, used = np.full((count, 2), np.inf), 0
        for point in self.random.uniform([3 * self.um] * 2, [width - 3 * self.um, height - 3 * self.um], (count, 2)):
            if giants is not None and giants.query(point)[0] < 11 * self.um:
                continue
            place = int(point[1]), int(point[0])
            stroma = self.region[place] <= loose
            apart = self.spacing_um * self.um * self.random.uniform(0.62, 1.15) * (1.35 if stroma else 1)
            if (np.abs(placed[:used] - point).max(1) < apart).any() and np.hypot(*(placed[:used] - point).T).min() < apart:
                continue
            placed[used], used = point, used + 1
            self.add("mononuclear", [point], [], self.mononuclear_class(stroma, self.neighbours[place]), stroma)

    def mononuclear_class(self, stroma, neighbours):
        if stroma and self.random.uniform() < 0.8:
            return 0
        if self.random.uniform() < self.patches:
            return int(np.searchsorted([-0.4, 0.4, 1.1], neighbours))
        return int(self.random.choice(4, p=[0.35, 0.3, 0.2, 0.15]))

    def add(self, kind, nuclei, body, intensity, stroma):
        self.seeds += nuclei + body
        self.owners += [len(self.cells)] * (len(nuclei) + len(body))
        od = max(0.0, self.random.normal(*CLASS_OD[intensity]))
        self.cells.append(dict(kind=kind, nuclei=nuclei, od=od, stroma=stroma))

    def fill_bodies(self):
        height, width = self.shape
        y, x = np.mgrid[0:height, 0:width]
        bent = np.stack([(x + 1.6 * self.um * self.noise_of(6)).ravel(), (y + 1.6 * self.um * self.noise_of(6)).ravel()], 1)
        distance, nearest = cKDTree(self.seeds).query(bent, k=6, distance_upper_bound=REACH_UM * self.um)
        owner = np.append(self.owners, -1)[nearest]
        other = np.where(owner != owner[:, :1], distance, np.inf).min(1)
        own = distance[:, 0].reshape(self.shape)
        self.to_border = (other - distance[:, 0]).reshape(self.shape) - self.gap_um * self.um
        self.body = owner[:, 0].reshape(self.shape).copy()
        radius = [self.um * (7.5 if c["kind"] == "multinucleated" else self.random.uniform(6.5, 9.5))
                  * (0.75 if c["stroma"] else 1) for c in self.cells]
        self.body[(own > np.append(radius, 0)[self.body]) | (self.to_border < 0)] = -1

    # --- what is stained ---------------------------------------------------------------------------------------

    def draw_nuclei(self):
        self.nucleus = np.zeros(self.shape, bool)
        self.hematoxylin = np.zeros(self.shape, np.float32)
        fine, coarse = self.noise_of(0.7), self.noise_of(1.6)
        for index, cell in enumerate(self.cells):
            for centre in cell["nuclei"]:
                self.draw_nucleus(index, cell, centre, fine, coarse)
        glass = int(self.glass * self.shape[1])
        self.body[:, :glass], self.nucleus[:, :glass], self.hematoxylin[:, :glass] = -1, False, 0

    def draw_nucleus(self, index, cell, centre, fine, coarse):
        draw = self.random
        long = draw.uniform(3.2, 4.6 if cell["kind"] == "multinucleated" else 5.2)
        short = long * draw.uniform(0.65, 0.95)
        if self.tight and cell["kind"] == "multinucleated":
            long, short = 0.9 * long, 0.9 * short
        if cell["stroma"]:
            long, short = draw.uniform(5, 7.5), draw.uniform(1.8, 2.6)
        turn, phase, lobes = draw.uniform(0, np.pi), draw.uniform(0, 2 * np.pi, 3), draw.normal(0, 0.05, 3)
        reach = int((long + 2) * self.um) + 2
        y0, x0 = max(0, int(centre[1]) - reach), max(0, int(centre[0]) - reach)
        box = np.s_[y0 : int(centre[1]) + reach + 1, x0 : int(centre[0]) + reach + 1]
        dy, dx = np.indices(self.nucleus[box].shape)
        dx, dy = dx + x0 - centre[0], dy + y0 - centre[1]
        u = (dx * np.cos(turn) + dy * np.sin(turn)) / (long * self.um)
        v = (dy * np.cos(turn) - dx * np.sin(turn)) / (short * self.um)
        angle = np.arctan2(v, u)
        r = np.hypot(u, v) / (1 + sum(a * np.cos((k + 2) * angle + p) for k, (a, p) in enumerate(zip(lobes, phase))))
        inside = (r < 1) & ~self.nucleus[box]
        pale = draw.uniform(0, 0.5)
        od = draw.uniform(0.3, 0.6) * (1.15 if cell["stroma"] else 1) * (1 - pale * (1 - r**2))
        od = od * (1 + 0.18 * fine[box] + 0.1 * coarse[box]) + 0.15 * np.exp(-(((r - 0.93) / 0.08) ** 2))
        if draw.uniform() < 0.4:
            nu, nv = draw.uniform(-0.35, 0.35, 2)
            od += 0.25 * np.exp(-(((u - nu) * long) ** 2 + ((v - nv) * short) ** 2) / (2 * 0.6**2))
        self.nucleus[box][inside] = True
        self.hematoxylin[box][inside] = np.maximum(od, 0.05)[inside]
        self.body[box][(r < 1 + 1.2 / short) & ((self.body[box] == -1) | inside)] = index

    def stain(self):
        inside = self.body >= 0
        od = np.append([c["od"] for c in self.cells], 0)[self.body]
        texture = np.clip(1 + self.grain * self.noise_of(self.grain_um) + 0.12 * self.noise_of(3), 0.2, 3)
        if self.uneven:
            texture *= np.clip(1 + self.uneven * self.noise_of(8), 0.4, 2)
        border = self.membrane * np.exp(-np.maximum(self.to_border, 0) / (1.2 * self.um))
        dab = od * (texture + border) * inside
        dab[self.nucleus] *= self.over_nucleus
        between = ~inside
        self.hematoxylin += np.clip(np.where(inside, self.counterstain + 0.02 * self.noise_of(2), 0.02 + 0.012 * self.noise_of(3)), 0, None)
        self.dab = dab + 0.01 * between
        self.pink = np.clip(0.02 + 0.015 * self.noise_of(4), 0, 0.1) * between
        glass = np.zeros(self.shape, bool)
        glass[:, : int(self.glass * self.shape[1])] = True
        for density in (self.hematoxylin, self.dab, self.pink):
            density[glass] = 0

    def camera(self):
        h, d = RUIFROK + self.random.normal(0, 0.03, (2, 3))
        h, d = h / np.linalg.norm(h), d / np.linalg.norm(d)
        white = np.array([243, 241, 238]) + self.random.normal(0, 2, 3)
        od = self.hematoxylin[..., None] * h + self.dab[..., None] * d + self.pink[..., None] * PINK
        rgb = white * 10**-od
        rgb = np.stack([gaussian_filter(rgb[..., c], self.blur_um * self.um) for c in range(3)], -1)
        rgb += self.random.normal(0, self.noise, rgb.shape)
        jpeg = io.BytesIO()
        Image.fromarray(np.clip(np.round(rgb), 0, 255).astype(np.uint8)).save(jpeg, "JPEG", quality=self.jpeg)
        return Image.open(jpeg).convert("RGB"), self.truth(white, h, d)

    def truth(self, white, h, d):
        cytoplasm = (self.body >= 0) & ~self.nucleus
        area = np.bincount(self.body[cytoplasm], minlength=len(self.cells))
        od = np.bincount(self.body[cytoplasm], self.dab[cytoplasm], len(self.cells)) / np.maximum(area, 1)
        cells = [self.cell_truth(i, area[i], od[i]) for i in range(len(self.cells)) if area[i] > 0]
        return rendered.truth(self.pixel_um, self.shape, white, h, d, cells)

    def cell_truth(self, index, area, od):
        cell = self.cells[index]
        y, x = np.nonzero(self.body == index) if cell["kind"] == "multinucleated" else np.array(cell["nuclei"]).T[::-1]
        return {"id": index, "kind": cell["kind"], "x": float(x.mean()), "y": float(y.mean()),
                "nuclei": [[float(a), float(b)] for a, b in cell["nuclei"]], "class": rendered.class_of(od),
                "cytoplasm_dab_od_mean": float(od), "cytoplasm_area_um2": float(area * self.pixel_um**2)}



def drawn(seed):
    """A look for learning; every third field has no giant cell. From 48 on giant cells are harder: nuclei that touch, bodies of more than one lobe, coarse grain."""
    draw = np.random.default_rng(90000 + seed)
    look = dict(
        giants=0 if seed % 3 == 2 else 9, nuclei=4.5 if seed >= 24 else 8, spacing_um=draw.uniform(10, 16), gap_um=draw.uniform(0.2, 1.2),
        stroma=draw.uniform(0, 0.6), glass=draw.choice([0, 0.06]), grain=draw.uniform(0.05, 0.3),
        membrane=draw.choice([0, 0, 0.2, 0.5]), patches=draw.choice([0, 0.5, 1]), over_nucleus=draw.uniform(0.1, 0.7),
        blur_um=draw.uniform(0.25, 0.6), noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)),
        pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))
    if seed >= PLAINER:
        look.update(
            nuclei=draw.uniform(4, 10), giants_apart_um=draw.uniform(48, 75), ample=draw.choice([0.3, 0.6, 1]), tight=bool(draw.uniform() < 0.65),
            pale=draw.choice([0, 0, 0.3]), grain=draw.choice([draw.uniform(0.05, 0.2), draw.uniform(0.2, 0.5)]), grain_um=draw.uniform(0.6, 1.4),
            uneven=draw.choice([0, 0.1, 0.25]), counterstain=draw.uniform(0.02, 0.1), over_nucleus=draw.uniform(0.2, 0.8))
    return look


if __name__ == "__main__":
    rendered.main("mosaic", lambda seed, **look: Mosaic(seed, **look).render(), LOOKS, drawn)
