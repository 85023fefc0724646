#!/usr/bin/python3
"""Renders H-DAB fields with their truth in a fifth way: cells are basins of noise, as in a tumour full of osteoclasts.

Nuclei lie where noise has its lows; a cell is what water fills of a rough ground around its nucleus, to a level of its
own, so no outline has a formula. Giant cells are level sets: amoeboid, foamy with vacuoles, their nuclei in a crescent, a ring, a
heap or anywhere, with pale gaps of shrinkage around. Cells between them are plump, spindled or small and dark, some
sheets without a visible border. Shares with the other renderers nothing but rendered.py. Needs numpy, scipy and PIL.

usage: basins.py FOLDER FROM TO           FOLDER/basinsN~0.tif and .truth.json of drawn looks, for learning
       basins.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, label, minimum_filter, shift
import rendered

CLASS_OD = (0.05, 0.03), (0.29, 0.045), (0.5, 0.045), (0.82, 0.1)
MATRIX, BLOOD = np.array([0.22, 0.86, 0.46]), np.array([0.12, 0.82, 0.56])

PLAIN = dict(
    width_um=660, height_um=500, pixel_um=0.5, giants=10, nuclei=9, spacing_um=11, plump=1.0, spindled=0.35, lymphocytes=0.1, open=0.1,
    gap_um=0.4, shrunk=0.5, foamy=0.5, granules=0.35, cloudy=0.2, haze=0.02, matrix=0.06, patches=0.3, hematoxylin=1.0,
    shares=(0.4, 0.3, 0.2, 0.1), giant_shares=(0.12, 0.23, 0.35, 0.3), blur_um=0.4, apart_px=0.25, noise=1.2, jpeg=85)
LOOKS = {
    "basins": {},
    "basins, no borders": dict(gap_um=0, patches=1, shrunk=0, plump=1.3),
    "basins, small giant cells": dict(nuclei=4.5),
    "basins, foamy and granular": dict(foamy=1.5, granules=0.8),
    "basins, open and spindled": dict(open=0.35, spindled=0.7),
    "basins, JPEG 50": dict(jpeg=50),
    "basins, 0.25 um per pixel": dict(pixel_um=0.25),
    "basins, pale nuclei, haze": dict(hematoxylin=0.65, haze=0.06),
}


class Basins(rendered.Field):
    def __init__(self, seed, **look):
        super().__init__(seed, dict(PLAIN, **look))
        self.body = np.full(self.shape, -1)
        self.nucleus = np.zeros(self.shape, bool)
        self.nuclear_od = np.zeros(self.shape, np.float32)

    def render(self):
        self.kind, self.along, self.like = self.noise_of(40), 1.3 * self.noise_of(70), self.noise_of(35)
        self.spindle_here = self.kind < np.quantile(self.kind, self.spindled)
        space = self.noise_of(15) + 0.7 * self.noise_of(5)
        self.empty = space < np.quantile(space, self.open)
        self.chromatin = self.noise_of(0.55), self.noise_of(1.3)
        self.wobble = self.noise_of(1.2), self.noise_of(3)
        for place in self.apart(66, self.giants, 34):
            self.make_giant(place)
        self.make_others()
        self.fill_bodies()
        self.keep_what_is_seen()
        return self.photograph()

    # --- giant cells -------------------------------------------------------------------------------------------

    def apart(self, least_um, count, margin_um):
        places = []
        for place in self.random.uniform([margin_um] * 2, [self.width_um - margin_um, self.height_um - margin_um], (3000, 2)):
            if len(places) < count and all(np.hypot(*(place - other)) > least_um for other in places):
                places.append(place)
        return places

    def window(self, x_um, y_um, reach_um):
        top, left = max(0, int((y_um - reach_um) * self.um)), max(0, int((x_um - reach_um) * self.um))
        box = np.s_[top : int((y_um + reach_um) * self.um) + 1, left : int((x_um + reach_um) * self.um) + 1]
        y, x = np.indices(self.body[box].shape)
        return box, (x + left) * self.pixel_um - x_um, (y + top) * self.pixel_um - y_um

    def make_giant(self, place):
        draw = self.random.uniform
        wanted = int(np.clip(self.random.lognormal(np.log(self.nuclei), 0.55), 3, 30))
        radius = np.sqrt(wanted * draw(60, 130) / np.pi) + 2.5
        box, x, y = self.window(*place, 2.2 * radius)
        turn, long = draw(0, np.pi), draw(1, 1.5)
        u, v = (x * np.cos(turn) + y * np.sin(turn)) / long, (y * np.cos(turn) - x * np.sin(turn)) * long**0.5
        rough = gaussian_filter(self.random.standard_normal(x.shape), 0.42 * radius * self.um)
        level = np.hypot(u, v) / radius + draw(0.1, 0.32) * rough / rough.std() + 0.025 * self.wobble[0][box] + 0.04 * self.wobble[1][box]
        parts, _ = label((level < 1) & (self.body[box] < 0))
        centre = parts[parts.shape[0] // 2, parts.shape[1] // 2]
        if centre == 0:
            return
        mine = parts == centre
        spots = self.nuclei_of_giant(mine, x, y, wanted)
        if len(spots) < 3:
            return
        cell = self.add("multinucleated", int(self.random.choice(4, p=self.giant_shares)), False)
        self.body[box][mine] = cell
        pale, dark = draw(0.1, 0.75), draw(0.38, 0.62)
        for spot in spots:
            size = draw(3.1, 4.7)
            self.draw_nucleus(cell, np.array(place) + spot, size, size * draw(0.7, 1), draw(0, np.pi), pale, dark * draw(0.85, 1.15))
        for _ in range(self.random.poisson(self.foamy * draw(0, 2.5) * wanted)):
            inside = np.argwhere(mine)[self.random.integers(mine.sum())]
            hole = np.hypot(x - x[tuple(inside)], y - y[tuple(inside)]) / draw(0.6, 2.1)
            self.cells[cell]["vacuoles"].append((box, hole))

    def nuclei_of_giant(self, mine, x, y, wanted):
        """Places at least half a nucleus inside; they lie in a crescent, a ring, a heap or anywhere, and may touch or overlap."""
        way = self.random.choice(["anywhere", "heap", "crescent", "ring"], p=[0.35, 0.25, 0.2, 0.2])
        depth = distance_transform_edt(np.pad(mine, 1))[1:-1, 1:-1] * self.pixel_um
        side, middle = self.random.uniform(0, 2 * np.pi), (x[mine].mean(), y[mine].mean())
        out = np.hypot(x - middle[0], y - middle[1]) / (np.sqrt(mine.sum() / np.pi) * self.pixel_um)
        ahead = (x - middle[0]) * np.cos(side) + (y - middle[1]) * np.sin(side)
        fits = {"anywhere": depth > 3.2, "heap": (depth > 3.5) & (out < 0.62), "crescent": (depth > 3) & (ahead > 0) & (out > 0.3),
                "ring": (depth > 2.8) & (depth < 7.5)}[way]
        spots, free = [], np.argwhere(fits)
        apart = self.random.uniform(4.8, 9)
        for at in self.random.permutation(free)[:3000]:
            spot = np.array([x[tuple(at)], y[tuple(at)]])
            if all(np.hypot(*(spot - other)) > apart for other in spots):
                spots.append(spot)
            if len(spots) == wanted:
                break
        return spots

    # --- other cells -------------------------------------------------------------------------------------------

    def make_others(self):
        """One where a relief of noise has a low: fine noise where lymphocytes lie, coarser elsewhere."""
        scale = self.spacing_um / 3.1
        relief = np.where(self.spindle_here, self.noise_of(1.15 * scale), self.noise_of(scale))
        far = distance_transform_edt(self.body < 0) * self.pixel_um
        lows = (relief == minimum_filter(relief, int(0.62 * self.spacing_um * self.um))) & ~self.empty & (far > 4)
        for y, x in self.random.permutation(np.argwhere(lows)):
            edge = min(y, x, self.shape[0] - 1 - y, self.shape[1] - 1 - x) * self.pixel_um
            if edge > 3 and not self.nucleus[y, x]:
                self.make_other(y, x)
        crowded = self.noise_of(18)
        spots = self.random.uniform((4, 4), (self.width_um - 4, self.height_um - 4), (int(self.lymphocytes * 2500), 2))
        for place in spots[[crowded[int(y * self.um), int(x * self.um)] > 1.1 for x, y in spots]]:
            box, x, y = self.window(*place, 4.6)
            if not (self.nucleus[box] & (np.hypot(x, y) < 4.4)).any() and (self.body[box] < 0).all():
                size = self.random.uniform(2.6, 3.2)
                cell = self.add("mononuclear", int(self.random.random() < 0.05), True)
                self.draw_nucleus(cell, place, size, size * self.random.uniform(0.88, 1), 0, 0, self.random.uniform(0.65, 0.85))

    def make_other(self, row, column):
        draw, stroma = self.random.uniform, self.spindle_here[row, column]
        if stroma:
            turn, long = self.along[row, column] + self.random.normal(0, 0.25), draw(4.8, 7.6)
            shape = long, long * draw(0.26, 0.45)
        else:
            turn, long = draw(0, np.pi), draw(3.3, 5.4)
            shape = long, long * draw(0.62, 0.97)
        shares = (0.85, 0.1, 0.04, 0.01) if stroma else self.shares
        draws = draw() if draw() > self.patches else 0.5 + 0.5 * np.tanh(0.9 * self.like[row, column])
        cell = self.add("mononuclear", min(3, int(np.searchsorted(np.cumsum(shares), draws))), stroma)
        self.draw_nucleus(cell, np.array([column, row]) * self.pixel_um, *shape, turn, draw(0, 0.7), draw(0.36, 0.66))

    def add(self, kind, intensity, stroma):
        draw = self.random
        reach = draw.uniform(0.8, 2) if stroma else draw.uniform(2.5, 6) * self.plump
        self.cells.append(dict(
            kind=kind, od=max(0.0, draw.normal(*CLASS_OD[intensity])), stroma=stroma, reach=reach, nuclei=[], vacuoles=[],
            shrunk=draw.uniform(0.8, 2.6) if draw.random() < self.shrunk * (1 if kind == "multinucleated" else 0.12) else 0))
        return len(self.cells) - 1

    def draw_nucleus(self, cell, place, long, wide, turn, pale, dark):
        draw = self.random
        box, x, y = self.window(*place, 1.4 * long)
        u, v = (x * np.cos(turn) + y * np.sin(turn)) / long, (y * np.cos(turn) - x * np.sin(turn)) / wide
        v = v + draw.normal(0, 0.22) * (u**2 - 0.4)   # beans
        power = draw.uniform(1.8, 2.5)
        out = (np.abs(u) ** power + np.abs(v) ** power) ** (1 / power) + 0.035 * self.wobble[0][box] + 0.03 * self.wobble[1][box]
        mine = (out < 1) & ((self.body[box] < 0) | (self.body[box] == cell))
        fine, coarse = self.chromatin[0][box], self.chromatin[1][box]
        od = dark * (1 - pale * np.clip(1 - out**5, 0, 1) + (0.08 + 0.3 * pale) * np.abs(fine) + 0.14 * coarse)
        od += (0.08 + 0.25 * pale) * np.exp(-(((out - 0.93) / 0.09) ** 2))
        if draw.random() < 0.5 and pale > 0.25:
            nu, nv = draw.uniform(-0.4, 0.4, 2)
            od += 0.4 * np.exp(-(((u - nu) * long) ** 2 + ((v - nv) * wide) ** 2) / (2 * draw.uniform(0.45, 0.8) ** 2))
        od = np.maximum(od, 0.06) * self.hematoxylin
        both = mine & self.nucleus[box]  # nuclei that lie over one another are darker there
        self.nuclear_od[box][mine] = np.where(both, np.minimum(self.nuclear_od[box] + 0.75 * od, 1.3), od)[mine]
        self.nucleus[box] |= mine
        self.body[box][mine & (self.body[box] < 0)] = cell
        if mine.sum() * self.pixel_um**2 > 8:
            self.cells[cell]["nuclei"].append(np.array(place) * self.um)

    def fill_bodies(self):
        """Water rises around every nucleus over a rough ground of its own: a place is the cell's whose water is there first, if it rises so high."""
        rough, nuclei = 1.3 * self.noise_of(1.8) + 1.2 * self.noise_of(4.5), self.body.copy()
        first = np.where(nuclei >= 0, -9, 99).astype(np.float32)
        for index, cell in enumerate(self.cells):
            if cell["kind"] == "mononuclear" and cell["nuclei"]:
                box, _, _ = self.window(*cell["nuclei"][0] * self.pixel_um, 9 + cell["reach"] + 3)
                top, left = self.random.integers(0, [self.shape[0] - first[box].shape[0], self.shape[1] - first[box].shape[1]])
                away = distance_transform_edt(nuclei[box] != index) * self.pixel_um
                water = away + np.minimum(1, away / 2) * rough[top : top + away.shape[0], left : left + away.shape[1]]
                mine = (water < np.minimum(first[box], cell["reach"])) & ~(self.empty[box] & (away > 2))
                first[box][mine], self.body[box][mine] = water[mine], index
        border = np.zeros(self.shape, bool)
        border[1:] |= self.body[1:] != self.body[:-1]
        border[:, 1:] |= self.body[:, 1:] != self.body[:, :-1]
        self.body[(distance_transform_edt(~border) * self.pixel_um < self.gap_um) & ~self.nucleus] = -1
        self.halo = np.zeros(self.shape, bool)
        for index in np.flatnonzero([c["shrunk"] > 0 for c in self.cells]):
            self.shrink(index)

    def shrink(self, cell):
        """Leaves a pale gap around a cell, wider to one side."""
        x, y = np.mean(self.cells[cell]["nuclei"], 0) * self.pixel_um if self.cells[cell]["nuclei"] else (0, 0)
        box, u, v = self.window(x, y, 60 if self.cells[cell]["kind"] == "multinucleated" else 20)
        mine, side = self.body[box] == cell, self.random.uniform(0, 2 * np.pi)
        away = distance_transform_edt(~mine) * self.pixel_um
        wide = self.cells[cell]["shrunk"] * (0.8 + 0.6 * np.cos(np.arctan2(v, u) - side))
        gap = (away > 0) & (away < wide) & ~self.nucleus[box]
        self.body[box][gap & ~mine] = -1
        self.halo[box] |= gap

    def keep_what_is_seen(self):
        gone = [i for i, c in enumerate(self.cells) if len(c["nuclei"]) < (3 if c["kind"] == "multinucleated" else 1)]
        hidden = np.isin(self.body, gone)
        self.body[hidden], self.nucleus[hidden], self.nuclear_od[hidden] = -1, False, 0
        for i in gone:
            self.cells[i]["nuclei"] = []

    # --- stain and camera --------------------------------------------------------------------------------------

    def dab(self):
        inside = self.body >= 0
        od = np.append([c["od"] for c in self.cells], 0)[self.body]
        spots = np.clip(self.noise_of(0.6) - 0.9, 0, None)
        cloud = np.clip(1 + self.cloudy * self.noise_of(3.5), 0.3, 2)
        texture = cloud * (1 - 0.4 * self.granules + self.granules * 4.5 * spots + 0.06 * self.noise_of(0.5))
        dab = od * np.clip(texture, 0.08, 4) * inside
        self.foam = np.ones(self.shape, np.float32)
        for index, cell in enumerate(self.cells):
            for box, hole in cell["vacuoles"]:
                here = (self.body[box] == index) & ~self.nucleus[box]
                self.foam[box] = np.where(here, np.minimum(self.foam[box], 0.15 + 0.85 * np.clip(hole - 0.3, 0, 1)), self.foam[box])
        share = np.append(self.random.uniform(0.08, 0.55, len(self.cells)), 0)[self.body]
        return dab * self.foam * np.where(self.nucleus, share, 1)

    def photograph(self):
        inside, dab = self.body >= 0, self.dab()
        outside = ~inside & ~self.halo & ~self.empty
        matrix = np.clip(self.matrix * (1 + 0.5 * self.noise_of(2) + 0.4 * self.noise_of(10)), 0, None) * outside
        pale = np.where(inside, 0.055 + 0.02 * self.noise_of(1), 0.02 + 0.012 * self.noise_of(1.8)).clip(0) * self.foam
        hematoxylin = self.nuclear_od + pale * ~self.nucleus * (inside | outside)
        seen = dab + self.haze * np.clip(1 + 0.7 * self.noise_of(14), 0, 3) * outside
        h, d = rendered.stains(self.random, 0.035)
        white = np.array([240, 240, 238]) + self.random.normal(0, 3, 3)
        parts = (hematoxylin, h), (seen, d), (matrix, MATRIX), (self.red_cells() * ~inside, BLOOD)
        od = sum(amount[..., None] * vector for amount, vector in parts)
        off = self.random.normal(0, self.apart_px, (3, 2))
        light = [shift(gaussian_filter(10 ** -od[..., c], self.blur_um * self.um), off[c], order=1, mode="nearest") for c in range(3)]
        rgb = white * np.stack(light, -1)
        rgb += self.random.normal(0, self.noise, rgb.shape)
        return rendered.jpeg(rgb, self.jpeg), self.truth(white, h, d, dab)

    def red_cells(self):
        od, bleeding = np.zeros(self.shape), self.noise_of(20)
        for place in self.random.uniform((5, 5), (self.width_um - 5, self.height_um - 5), (500, 2)):
            if bleeding[int(place[1] * self.um), int(place[0] * self.um)] > 1.3:
                box, x, y = self.window(*place, 4)
                r = np.hypot(x, y) / 3.3
                od[box] = np.maximum(od[box], 0.24 * (r < 1) * (0.6 + 0.45 * r**2))
        return od

    def truth(self, white, h, d, dab):
        area, od = self.cytoplasm(self.body, self.nucleus, dab)
        cells = []
        for index, cell in enumerate(self.cells):
            if cell["nuclei"] and area[index]:
                giant = cell["kind"] == "multinucleated"
                centre = [a.mean() for a in np.nonzero(self.body == index)[::-1]] if giant else cell["nuclei"][0]
                cells.append(rendered.cell(index, cell["kind"], centre, cell["nuclei"], od[index], area[index] * self.pixel_um**2))
        return rendered.truth(self.pixel_um, self.shape, white, h, d, cells)


def drawn(seed):
    """A look for learning; every third field has no giant cell."""
    draw = np.random.default_rng(40000 + seed)
    return dict(
        giants=0 if seed % 3 == 2 else 10, nuclei=draw.choice([4.5, 7, 10]), spacing_um=draw.uniform(9, 14), plump=draw.uniform(0.6, 1.6),
        spindled=draw.uniform(0, 0.6), lymphocytes=draw.choice([0, 0.1, 0.4]), open=draw.choice([0, 0.1, 0.35]), gap_um=draw.choice([0, 0.3, 0.6]),
        shrunk=draw.choice([0, 0.5, 1]), foamy=draw.uniform(0, 1.5), granules=draw.uniform(0, 0.9), cloudy=draw.uniform(0.1, 0.35),
        haze=draw.choice([0, 0.02, 0.06]), matrix=draw.uniform(0.02, 0.15), patches=draw.choice([0, 0.3, 1]), hematoxylin=draw.uniform(0.6, 1.15),
        shares=tuple(draw.dirichlet((3, 2.5, 2.5, 2))), blur_um=draw.uniform(0.25, 0.7), apart_px=draw.uniform(0, 0.5),
        noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)), pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))


if __name__ == "__main__":
    rendered.main("basins", lambda seed, **look: Basins(seed, **look).render(), LOOKS, drawn)
