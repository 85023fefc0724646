#!/usr/bin/python3
"""Renders H-DAB fields with their truth in a fourth way: a thin section of tissue that was drawn in three dimensions.

Cells are soft bodies in a slab that press each other flat; the section takes a few slices out of it, so nuclei are cut
off their middle, lie over one another or are missing from what is cut of a cell. Stain sums up through the slices
(Beer-Lambert), each a little out of focus by its depth; the camera sharpens, adds shot noise and compresses.
Shares with the other renderers nothing but rendered.py. Needs numpy, scipy and PIL.

usage: sections.py FOLDER FROM TO           FOLDER/sectionsN~0.tif and .truth.json of drawn looks, for learning
       sections.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates
import rendered

SLICES = 5
CLASS_OD = (0.05, 0.03), (0.30, 0.04), (0.50, 0.045), (0.80, 0.09)
OSTEOID, COLLAGEN, BLOOD = np.array([0.16, 0.88, 0.45]), np.array([0.25, 0.85, 0.46]), np.array([0.1, 0.83, 0.55])
LEAST_VISIBLE_UM2 = 3  # of a nucleus, as if the section held no part of it but from top to bottom

PLAIN = dict(
    width_um=660, height_um=500, pixel_um=0.5, giants=10, nuclei=8, thickness_um=4.0, spacing_um=11, gap_um=0.25, soft=0.35,
    stroma=0.3, glass=0.04, osteoid=0.06, grain=0.25, heaped=0.25, membrane=0.0, background=0.02, hematoxylin=1.0,
    shares=(0.35, 0.25, 0.25, 0.15), giant_shares=(0.12, 0.22, 0.33, 0.33), blur_um=0.35, sharpen=0.3, noise=1.3, jpeg=85)
LOOKS = {
    "section": {},
    "section, dense": dict(spacing_um=10, stroma=0.1, gap_um=0),
    "section, open": dict(spacing_um=15, stroma=0.55),
    "section, granular": dict(grain=0.7, heaped=0.5),
    "section, thick, pale nuclei": dict(thickness_um=6.0, hematoxylin=0.65),
    "section, JPEG 50": dict(jpeg=50),
    "section, 0.25 um per pixel": dict(pixel_um=0.25),
    "section, most cells strong": dict(shares=(0.1, 0.2, 0.3, 0.4)),
}


class Section(rendered.Field):
    def __init__(self, seed, **look):
        super().__init__(seed, dict(PLAIN, **look))
        # Micrometres: how deep the slices lie, counted from the middle of the section.
        self.depths = (np.arange(SLICES) + 0.5) / SLICES * self.thickness_um - self.thickness_um / 2
        volume = (SLICES, *self.shape)
        self.owner = np.full(volume, -1, np.int32)
        self.inner = np.zeros(volume, np.float32)      # micrometres to the surface of the cell, below 0 inside
        self.neighbour = np.full(volume, 99, np.float32)  # the same of the next cell
        self.nucleus = np.full(volume, -1, np.int32)
        self.hematoxylin_of = np.zeros(volume, np.float32)
        self.all_nuclei = []

    def render(self):
        self.rough = self.noise_of(2.5), self.noise_of(6)
        self.chromatin = [self.noise_of(0.5) for _ in range(SLICES)], self.noise_of(1.2)
        self.lay_out()
        self.place_giants()
        self.place_mononuclear()
        for index in range(len(self.all_nuclei)):
            self.fill_nucleus(index)
        self.see()
        return self.photograph()

    # --- what lies where ---------------------------------------------------------------------------------------

    def lay_out(self):
        """Sheets of cells, loose stroma, osteoid and glass, each where a field of noise is high or low."""
        region, bone, empty = self.noise_of(45), self.noise_of(28), self.noise_of(40)
        self.loose = region < np.quantile(region, self.stroma)
        self.bone = bone > np.quantile(bone, 1 - self.osteoid) if self.osteoid else np.zeros(self.shape, bool)
        self.empty = (empty > np.quantile(empty, 1 - self.glass)) & ~self.bone if self.glass else np.zeros(self.shape, bool)
        self.along = 1.2 * self.noise_of(60)

    def at(self, point):
        return min(self.shape[0] - 1, int(point[1] / self.pixel_um)), min(self.shape[1] - 1, int(point[0] / self.pixel_um))

    def place_giants(self):
        placed = []
        for point in self.random.uniform([30, 30], [self.width_um - 30, self.height_um - 30], (4000, 2)):
            free = not self.empty[self.at(point)] and not self.bone[self.at(point)]
            if free and len(placed) < self.giants and all(np.hypot(*(point - other)) > 62 for other in placed):
                placed.append(point)
                self.place_giant(point)

    def place_giant(self, centre):
        draw = self.random.uniform
        wanted = int(np.clip(self.random.lognormal(np.log(self.nuclei), 0.55), 3, 30))
        radius = (4.9 * np.sqrt(wanted) + 5) * draw(0.95, 1.3)
        turn, flat = draw(0, np.pi), draw(0.55, 1)
        balls = [(*centre, 0, 0.75 * flat * radius)]
        for _ in range(self.random.integers(3, 9)):
            away, angle = radius * draw(0.4, 0.75), draw(0, 2 * np.pi)
            u, v = away * np.cos(angle), flat * away * np.sin(angle)
            place = centre + (u * np.cos(turn) - v * np.sin(turn), u * np.sin(turn) + v * np.cos(turn))
            balls.append((*place, draw(-3, 3), radius * draw(0.3, 0.55)))
        nuclei = self.nuclei_of_giant(np.array(balls), centre, wanted)
        if len(nuclei) < 3:
            return
        cell = self.add("multinucleated", int(self.random.choice(4, p=self.giant_shares)), centre)
        self.fill_cell(cell, balls, 1.5)
        pale, dark = draw(0.2, 0.75), draw(0.75, 1.15)
        for place in nuclei:
            size = draw(3.2, 4.8)
            self.add_nucleus(cell, place, (size, size * draw(0.72, 1), size * draw(0.8, 1)), draw(0, np.pi), pale, dark * draw(0.85, 1.15))

    def nuclei_of_giant(self, balls, centre, wanted):
        """Places in the body that do not meet in three dimensions: seen from above they may. They lie anywhere, around a middle, at one side or around the rim."""
        way = self.random.choice(["anywhere", "middle", "side", "rim"], p=[0.35, 0.25, 0.2, 0.2])
        reach = np.hypot(*(balls[:, :2] - centre).T) + balls[:, 3]
        side, apart = self.random.uniform(0, 2 * np.pi), self.random.uniform(5.8, 9)
        found = []
        for _ in range(5000):
            ball = balls[self.random.integers(len(balls))]
            place = ball[:3] + self.random.normal(0, 0.6, 3) * ball[3] * (1, 1, 0)
            place[2] = self.random.uniform(-0.5, 0.5) * (self.thickness_um + 3)
            x, y = (place[:2] - centre) / reach.max()
            inside = (self.surface(place[0], place[1], place[2], balls) < -3.6)
            fits = {"anywhere": True, "middle": np.hypot(x, y) < 0.5, "side": x * np.cos(side) + y * np.sin(side) > 0,
                    "rim": np.hypot(x, y) > 0.42}[way]
            if inside and fits and all(np.linalg.norm(place - other) > apart for other in found):
                found.append(place)
            if len(found) == wanted:
                break
        return found

    def place_mononuclear(self):
        deep = self.thickness_um / 2 + 3.5
        tries = int(14 * self.width_um * self.height_um * deep / self.spacing_um**3)
        placed, used = np.full((tries, 3), np.inf), 0
        for point in self.random.uniform([3, 3, -deep], [self.width_um - 3, self.height_um - 3, deep], (tries, 3)):
            at = self.at(point)
            if self.empty[at] or self.inner[SLICES // 2][at] < -1 or (self.bone[at] and self.random.uniform() > 0.03):
                continue
            apart = self.spacing_um * self.random.uniform(0.8, 1.1) * (1.25 if self.loose[at] else 0.92)
            near = placed[:used][(np.abs(placed[:used, :2] - point[:2]).max(1) < apart)]
            if len(near) and np.linalg.norm(near - point, axis=1).min() < apart:
                continue
            placed[used], used = point, used + 1
            round_one = self.random.uniform() < (0.15 if self.loose[at] else 0.06)
            self.place_cell(point, "lymphocyte" if round_one else "spindle" if self.loose[at] else "tumour")

    def place_cell(self, point, what):
        draw = self.random.uniform
        stroma, turn = what != "tumour", draw(0, np.pi)
        pale, dark = draw(0, 0.65), draw(0.75, 1.2)
        if what == "tumour":
            radius = draw(6.2, 9.4)
            body = [(*point, radius)]
            if draw() < 0.5:
                body.append((*(point + self.random.normal(0, 3.5, 3) * (1, 1, 0.5)), radius * draw(0.6, 0.9)))
            size = min(draw(3.4, 5.4), 0.66 * radius)
            size = size, size * draw(0.65, 0.97), size * draw(0.7, 1)
        elif what == "lymphocyte":
            radius, pale, dark = draw(3.3, 4.0), 0.05, draw(1.2, 1.5)
            body, size = [(*point, radius)], (0.85 * radius,) * 3
        else:
            turn = self.along[self.at(point)] + self.random.normal(0, 0.2)
            long, wide = draw(9, 16), draw(2.2, 3.2)
            steps = np.linspace(-1, 1, 7)
            body = [(*(point + (k * long * np.cos(turn), k * long * np.sin(turn), 0)), wide * (1.05 - k * k)) for k in steps]
            size, dark = (draw(4.5, 7.5), draw(1.4, 2.1), draw(1.6, 2.4)), draw(1, 1.35)
        shares = (0.9, 0.06, 0.03, 0.01) if stroma else self.shares
        cell = self.add("mononuclear", int(self.random.choice(4, p=shares)), point[:2], stroma)
        self.fill_cell(cell, body, 0)
        off = 0 if stroma else self.random.normal(0, 0.12 * body[0][3], 3)
        self.add_nucleus(cell, point + off, size, turn, pale, dark)

    def add(self, kind, intensity, centre, stroma=False):
        self.cells.append(dict(
            kind=kind, od=max(0.0, self.random.normal(*CLASS_OD[intensity])), centre=centre, stroma=stroma, nuclei=[],
            heap=self.random.normal(0, self.heaped, 2) / (16 if kind == "multinucleated" else 7), around=self.random.normal(0, self.heaped)))
        return len(self.cells) - 1

    def add_nucleus(self, cell, place, size, turn, pale, dark):
        self.all_nuclei.append(dict(cell=cell, place=np.asarray(place, float), size=size, turn=turn, pale=pale, dark=dark))

    # --- bodies ------------------------------------------------------------------------------------------------

    def box(self, x, y, reach):
        top, left = int((y - reach) / self.pixel_um), int((x - reach) / self.pixel_um)
        rows = slice(max(0, top), max(0, int((y + reach) / self.pixel_um) + 1))
        columns = slice(max(0, left), max(0, int((x + reach) / self.pixel_um) + 1))
        place = np.s_[:, rows, columns]
        z, v, u = np.indices(self.owner[place].shape, np.float32)
        return place, (u + columns.start) * self.pixel_um, (v + rows.start) * self.pixel_um, self.depths[z.astype(int)].astype(np.float32)

    def surface(self, x, y, z, balls):
        """Micrometres to the surface that wraps balls softly, below 0 inside."""
        blend = 2.0
        far = np.stack([np.sqrt((x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2) - r for bx, by, bz, r in balls])
        least = far.min(0)
        return least - blend * np.log(np.exp(-(far - least) / blend).sum(0)) + blend * 0.7 * (len(balls) > 1)

    def fill_cell(self, cell, balls, stronger):
        """Takes the voxels that lie deeper in this cell than in any before: cells flatten where they meet."""
        balls = np.asarray(balls, np.float32)
        middle = balls[:, :2].mean(0)
        place, x, y, z = self.box(*middle, (np.hypot(*(balls[:, :2] - middle).T) + balls[:, 3]).max() + 3)
        rough = self.soft * (self.rough[0] + self.rough[1])[place[1:]]
        inner = self.surface(x, y, z, balls) + rough * (1 if len(balls) < 4 else 2) - stronger
        before = self.inner[place].copy()
        mine = (inner < before) & (inner < 0)
        self.neighbour[place] = np.where(mine, np.where(self.owner[place] >= 0, before, 99), np.minimum(self.neighbour[place], np.where(self.owner[place] >= 0, inner, 99)))
        self.owner[place][mine], self.inner[place][mine] = cell, inner[mine]

    def fill_nucleus(self, index):
        nucleus = self.all_nuclei[index]
        (long, wide, deep), turn = nucleus["size"], nucleus["turn"]
        place, x, y, z = self.box(*nucleus["place"][:2], 1.3 * long + 1)
        dx, dy, dz = x - nucleus["place"][0], y - nucleus["place"][1], z - nucleus["place"][2]
        u, v = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
        dent = 1 + 0.07 * np.cos(2 * np.arctan2(v, u) + index) + 0.05 * np.cos(3 * np.arctan2(v, u) + 2 * index)
        out = np.sqrt((u / long) ** 2 + (v / wide) ** 2 + (dz / deep) ** 2) / dent
        mine = (out < 1) & (self.owner[place] == nucleus["cell"]) & (self.nucleus[place] < 0)
        fine = np.stack([c[place[1:]] for c in self.chromatin[0]])
        od = 0.13 * nucleus["dark"] * (1 - nucleus["pale"] * (1 - out**4) + 0.4 * nucleus["pale"] * fine + 0.2 * self.chromatin[1][place[1:]])
        od += 0.06 * np.exp(-(((out - 0.92) / 0.1) ** 2))
        for _ in range(self.random.poisson(1.2 if nucleus["pale"] > 0.3 else 0.3)):
            at = self.random.uniform(-0.45, 0.45, 3) * (long, wide, deep)
            od += 0.16 * np.exp(-((u - at[0]) ** 2 + (v - at[1]) ** 2 + (dz - at[2]) ** 2) / (2 * 0.7**2))
        self.nucleus[place][mine] = index
        self.hematoxylin_of[place][mine] = np.maximum(od, 0.02)[mine] * self.hematoxylin

    # --- what is seen ------------------------------------------------------------------------------------------

    def see(self):
        """Of each place in the picture: the cell, and whether a nucleus, that most of the slices show there."""
        self.cleft = (self.neighbour - self.inner < 2 * self.gap_um) & (self.owner >= 0)
        self.nuclear = (self.nucleus >= 0).sum(0) * self.thickness_um / SLICES > 0.9
        count = len(self.all_nuclei)
        area, x, y = np.zeros(count), np.zeros(count), np.zeros(count)
        for layer in self.nucleus:
            v, u = np.nonzero(layer >= 0)
            which = layer[v, u]
            area += np.bincount(which, minlength=count)
            x += np.bincount(which, u, count)
            y += np.bincount(which, v, count)
        for i, nucleus in enumerate(self.all_nuclei):
            if area[i] / SLICES * self.pixel_um**2 > LEAST_VISIBLE_UM2:
                self.cells[nucleus["cell"]]["nuclei"].append((x[i] / area[i] + 0.5, y[i] / area[i] + 0.5))
        self.mostly = self.owner[SLICES // 2]

    def of_cells(self, values, owner):
        return np.append(np.asarray(values, np.float32), np.float32(0))[owner]

    def slice_dab(self, layer, heaps, ods, away):
        owner = self.owner[layer]
        grain = np.exp(self.grain * self.noise_of(0.65) + 0.12 * self.noise_of(2.4))
        dab = self.of_cells(ods, owner) * np.clip(1 + heaps, 0.25, 2) * np.clip(grain, 0.1, 5)
        dab *= 1 + self.membrane * np.exp(self.inner[layer] / 0.8)
        return np.where(self.cleft[layer], 0, dab) * np.where(self.nucleus[layer] >= 0, 0.12, 1) + away

    def photograph(self):
        y, x = (np.indices(self.shape, np.float32) + 0.5) * self.pixel_um
        outside = self.background * np.clip(1 + 0.6 * self.noise_of(12), 0, 3) * ~self.empty * (self.owner < 0).all(0)
        ods = [c["od"] for c in self.cells]
        dab, hematoxylin, focus = np.zeros(self.shape), np.zeros(self.shape), self.random.uniform(-1, 1)
        for layer in range(SLICES):
            owner = self.owner[layer]
            heaps = sum(self.of_cells([c["heap"][k] for c in self.cells], owner) * (at - self.of_cells([c["centre"][k] for c in self.cells], owner)) for k, at in enumerate((x, y)))
            heaps += self.of_cells([c["around"] for c in self.cells], owner) * np.clip(-self.inner[layer] / 4 - 0.6, -1, 1)
            slice_dab = self.slice_dab(layer, heaps, ods, outside)
            body = np.where(owner >= 0, 0.05 + 0.02 * self.noise_of(1.3), 0.012).clip(0) * ~(self.empty & (owner < 0))
            slice_h = self.hematoxylin_of[layer] * self.thickness_um / SLICES + body * (self.nucleus[layer] < 0) / SLICES
            blur = self.blur_um * np.hypot(1, (self.depths[layer] - focus) / 2.5) / self.pixel_um
            dab += gaussian_filter(slice_dab / SLICES, blur)
            hematoxylin += gaussian_filter(slice_h, blur)
        cells = (self.owner >= 0).mean(0)
        matrix = 1 - gaussian_filter(cells, 0.5 / self.pixel_um)
        pink = [(OSTEOID, (0.3 + 0.05 * self.noise_of(5)) * gaussian_filter((self.bone & (cells < 1)).astype(float), 0.8 / self.pixel_um)),
                (COLLAGEN, np.clip(0.06 + 0.045 * self.fibres(), 0, 0.4) * self.loose * ~self.bone),
                (BLOOD, self.red_cells())]
        h, d = rendered.stains(self.random, 0.03)
        white = np.array([242, 241, 239]) + self.random.normal(0, 3, 3)
        od = hematoxylin[..., None] * h + dab[..., None] * d + sum((a * matrix * ~self.empty)[..., None] * v for v, a in pink)
        light = 10**-od
        light += self.sharpen * (light - np.stack([gaussian_filter(light[..., c], 1 / self.pixel_um) for c in range(3)], -1))
        rgb = white * light
        rgb += self.random.normal(0, self.noise, rgb.shape) * np.sqrt(np.maximum(rgb, 4) / 240)
        return rendered.jpeg(rgb, self.jpeg), self.truth(white, h, d, dab)

    def fibres(self):
        """Noise drawn out lengthwise and bent."""
        length, width = self.random.standard_normal(self.shape), 0.6 / self.pixel_um
        drawn = gaussian_filter(length, (width, 12 / self.pixel_um), mode="wrap")
        v, u = np.indices(self.shape, np.float32)
        bend = 14 / self.pixel_um
        return map_coordinates(drawn / drawn.std(), (v + bend * self.noise_of(30), u + bend * self.noise_of(40)), order=1, mode="wrap")

    def red_cells(self):
        od = np.zeros(self.shape)
        for x, y in self.random.uniform((5, 5), (self.width_um - 5, self.height_um - 5), (60, 2)):
            place, u, v, _ = self.box(x, y, 4)
            r = np.hypot(u - x, v - y)[0] / 3.4
            od[place[1:]] = np.maximum(od[place[1:]], 0.25 * (r < 1) * (0.65 + 0.4 * r**2))
        return od * self.loose

    def truth(self, white, h, d, dab):
        area, od = self.cytoplasm(self.mostly, self.nuclear, dab)
        cells = []
        for index, cell in enumerate(self.cells):
            least = 3 if cell["kind"] == "multinucleated" else 1
            if len(cell["nuclei"]) >= least and area[index]:
                whole = self.mostly == index
                centre = [a.mean() + 0.5 for a in np.nonzero(whole)[::-1]] if least == 3 else cell["nuclei"][0]
                cells.append(rendered.cell(index, cell["kind"], centre, cell["nuclei"], od[index], area[index] * self.pixel_um**2))
        return rendered.truth(self.pixel_um, self.shape, white, h, d, cells)


def drawn(seed):
    """A look for learning; every third field has no giant cell."""
    draw = np.random.default_rng(50000 + seed)
    return dict(
        giants=0 if seed % 3 == 2 else 11, nuclei=draw.choice([4.5, 7, 9]), thickness_um=draw.uniform(2.5, 6), spacing_um=draw.uniform(9.5, 15),
        gap_um=draw.choice([0, 0.2, 0.5]), soft=draw.uniform(0.1, 0.6), stroma=draw.uniform(0, 0.6), glass=draw.choice([0, 0.04, 0.1]),
        osteoid=draw.choice([0, 0.06, 0.15]), grain=draw.uniform(0.05, 0.9), heaped=draw.uniform(0, 0.5), membrane=draw.choice([0, 0, 0.4, 0.9]),
        background=draw.choice([0, 0.02, 0.06]), hematoxylin=draw.uniform(0.6, 1.2), shares=tuple(draw.dirichlet((3, 2.5, 2.5, 2))),
        blur_um=draw.uniform(0.2, 0.6), sharpen=draw.uniform(0, 0.6), noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)),
        pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))


if __name__ == "__main__":
    rendered.main("sections", lambda seed, **look: Section(seed, **look).render(), LOOKS, drawn)
