#!/usr/bin/python3
"""Renders H-DAB fields with their truth in a seventh way: cells are elastic closed contours that grow until they meet.

Every cell is a ring of points on springs that remembers its shape, keeps its area, resists bending and pushes other rings off, so
outlines are smooth and individual and clefts are real; it is drawn by its distance. Nuclei are soft discs that settle inside.
Cytoplasm has a profile: a clearing or a zone beside the nucleus, a rim, a stained pole, granules, vacuoles. There are spindle cells in streams, osteoblasts along bone,
osteocytes, lymphocytes, vessels with red cells, tears, mitoses, apoptotic bodies, pigment, and crowds of like cells that are no giant cell.
Shares with the other renderers nothing but rendered.py. Needs numpy, scipy and PIL.

usage: contours.py FOLDER FROM TO           FOLDER/contoursN~0.tif and .truth.json of drawn looks, for learning
       contours.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom
from scipy.spatial import cKDTree
import rendered

CLASS_OD = (0.05, 0.035), (0.3, 0.06), (0.5, 0.06), (0.85, 0.15)
PINK, BLOOD, PIGMENT = np.array([0.16, 0.86, 0.48]), np.array([0.1, 0.72, 0.68]), np.array([0.18, 0.5, 0.85])
POINT_UM, PUSH_UM, STEPS = 1.4, 1.25, 90
REST_GAP_UM = 0.95  # between two contours that push each other
SMALLEST_NUCLEUS_UM2 = 8  # that is seen
# of each kind of cell: area in um2, long by wide, unevenness, nucleus's share of the area, cytoplasm's haematoxylin
KINDS = dict(
    plump=(150, 1.3, 0.13, 0.33, 0.05), spindle=(100, 3.3, 0.1, 0.42, 0.03), osteoblast=(150, 1.5, 0.09, 0.26, 0.13), plasmacytoid=(125, 1.4, 0.08, 0.27, 0.1),
    lymphocyte=(40, 1.08, 0.05, 0.7, 0.04), endothelium=(48, 4.0, 0.04, 0.5, 0.03), osteocyte=(42, 1.7, 0.08, 0.55, 0.03), apoptotic=(38, 1.1, 0.05, 0.4, 0.04))

PLAIN = dict(
    width_um=660, height_um=500, pixel_um=0.5, giants=10, nuclei=8, room_um2=125, lobed=0.28, cell_um2=1.0, full=0.92, spindled=0.4, plasmacytoid=0.15, lymphocytes=0.25,
    lace=0.1, osteoid=0.16, vessels=7, tears=0.03, gap_um=0.3, shrunk=0.12, crowds=3, alike=0.5, patches=0.4, odd=0.02, cut=0.08, pigment=0.4,
    granules=0.4, foamy=0.4, polar=0.22, clearing=0.35, rim=0.15, leak=0.04, slant_um=0.5, background=0.02, fibres=0.06, hematoxylin=1.0, uneven=0.12,
    shares=(0.38, 0.27, 0.22, 0.13), giant_shares=(0.2, 0.25, 0.3, 0.25), blur_um=0.35, haze=0.03, sharpen=0.4, falloff=0.04, noise=1.5, jpeg=85)
LOOKS = {
    "contours": {},
    "contours, close and alike": dict(gap_um=0, alike=1, crowds=7, full=0.95, shrunk=0.02),
    "contours, spindled, bone": dict(spindled=0.75, lace=0.25, full=0.7),
    "contours, many lymphocytes": dict(lymphocytes=1.0, cut=0.15),
    "contours, foamy and granular": dict(foamy=1.3, granules=1.0),
    "contours, JPEG 50": dict(jpeg=50),
    "contours, 0.25 um per pixel": dict(pixel_um=0.25),
    "contours, pale nuclei, soft focus": dict(hematoxylin=0.6, blur_um=0.6, haze=0.08),
}


class Contours(rendered.Field):
    def __init__(self, seed, **look):
        super().__init__(seed, dict(PLAIN, **look))
        self.ground = int(self.height_um), int(self.width_um)  # relief of the tissue, one value a um2
        self.ignored = []

    def render(self):
        self.lay_out()
        self.settle()
        self.relax()
        self.outline()
        self.stain_levels()
        self.fill_cells()
        return self.photograph()

    # --- tissue and places of cells ------------------------------------------------------------------------------

    def ground_noise(self, scale_um):
        return rendered.noise(self.random, self.ground, scale_um)

    def at(self, grid, x, y):
        return grid[np.clip(np.asarray(y).astype(int), 0, self.ground[0] - 1), np.clip(np.asarray(x).astype(int), 0, self.ground[1] - 1)]

    def lay_out(self):
        """Streams without heads, regions of stroma, bone, vessels and tears."""
        draw = self.random
        self.turn = 0.5 * np.angle(self.ground_noise(55) + 1j * self.ground_noise(55))
        kind = self.ground_noise(42)
        self.stroma = kind < np.quantile(kind, self.spindled) if self.spindled else np.zeros(self.ground, bool)
        strands = np.abs(self.ground_noise(26) + 0.12 * self.ground_noise(5)) + 0.25 * np.clip(self.ground_noise(70), -1, 1)
        self.bone = strands < np.quantile(strands, self.lace) if self.lace else np.zeros(self.ground, bool)
        cracks = np.abs(self.ground_noise(48) + 0.1 * self.ground_noise(4)) - 0.09 * np.clip(self.ground_noise(50), -1, 2)
        self.torn = (cracks < np.quantile(cracks, self.tears)) & ~self.bone if self.tears else np.zeros(self.ground, bool)
        y, x = np.indices(self.ground) + 0.5
        self.lumen, self.vessel_walls = np.zeros(self.ground, bool), []
        for cx, cy in draw.uniform((10, 10), (self.width_um - 10, self.height_um - 10), (draw.poisson(self.vessels), 2)):
            long, wide, turn = draw.uniform(4, 12), draw.uniform(2.8, 6), self.at(self.turn, cx, cy) + draw.normal(0, 0.3)
            if not self.at(self.bone | self.torn, cx, cy):
                u, v = (x - cx) * np.cos(turn) + (y - cy) * np.sin(turn), (y - cy) * np.cos(turn) - (x - cx) * np.sin(turn)
                self.lumen |= np.hypot(u / long, v / wide) < 1
                self.vessel_walls.append((cx, cy, long + 2, wide + 2, turn))
        self.closed = self.bone | self.torn | self.lumen
        wall = distance_transform_edt(~self.closed) - distance_transform_edt(self.closed)
        self.wall = gaussian_filter(np.minimum(wall, 30), 0.8)
        self.wall_down, self.wall_across = np.gradient(self.wall)

    def add(self, kind, x, y, area=None, turn=None, **more):
        draw = self.random
        usual, long, uneven, share, blue = KINDS.get(kind, (0, 1, self.lobed, 0, 0.05))
        area = area or usual * draw.lognormal(0, 0.22) * (self.cell_um2 if kind not in ("lymphocyte", "osteocyte") else 1)
        self.cells.append(dict(
            kind=kind, x=x, y=y, area=area, long=max(1, long * draw.lognormal(0, 0.2)), uneven=uneven, share=share * draw.lognormal(0, 0.15), blue=blue * draw.lognormal(0, 0.3),
            turn=draw.uniform(0, np.pi) if turn is None else turn + draw.normal(0, 0.15), nuclei=[], wants=1, od=0.0, crowd=-1, fixed=False, **more))
        return self.cells[-1]

    def settle(self):
        """Scatters cells by what grows there, then lets them roll off one another."""
        draw, (height, width) = self.random, self.ground
        self.giants_first()
        for cx, cy, long, wide, turn in self.vessel_walls:
            for angle in np.arange(draw.uniform(0, 1), 2 * np.pi, draw.uniform(1.1, 1.8)):
                u, v = long * np.cos(angle), wide * np.sin(angle)
                place = cx + u * np.cos(turn) - v * np.sin(turn), cy + u * np.sin(turn) + v * np.cos(turn)
                self.add("endothelium", *place, turn=turn + np.arctan2(wide * np.cos(angle), -long * np.sin(angle)))["fixed"] = True
        clumps = self.ground_noise(15) > 2.5 - 1.1 * self.lymphocytes if self.lymphocytes else np.zeros(self.ground, bool)
        for x, y in draw.uniform((0, 0), (width, height), (int(width * height / 900), 2)):
            if self.at(self.bone, x, y) and self.at(self.wall, x, y) < -3.5:
                self.add("osteocyte", x, y, turn=self.at(self.turn, x, y))["fixed"] = True
        bone_edge = distance_transform_edt(~self.bone) if self.bone.any() else np.full(self.ground, 99.0)
        rimmed = self.ground_noise(35) > -0.2
        middles = np.array([(c["x"], c["y"], np.sqrt(c["area"] / np.pi)) for c in self.cells if c["kind"] == "multinucleated"]).reshape(-1, 3)
        crowds = self.crowd_places(middles)
        tries = draw.uniform((-8, -8), (width + 8, height + 8), (int(0.14 * (width + 16) * (height + 16)), 2))
        room = {"plump": self.full, "spindle": 0.72 * self.full, "lymphocyte": 0.8, "osteoblast": 0.9}
        taken = {}
        for x, y in tries:
            if self.at(self.wall, x, y) < 3 or (len(middles) and (np.hypot(middles[:, 0] - x, middles[:, 1] - y) < 1.02 * middles[:, 2] + 3).any()):
                continue
            crowd = next((i for i, (cx, cy, r) in enumerate(crowds) if np.hypot(cx - x, cy - y) < r), -1)
            if crowd < 0 and self.at(bone_edge, x, y) < 9 and self.at(rimmed, x, y):
                kind = "osteoblast"
            elif crowd < 0 and (self.at(clumps, x, y) or draw.random() < 0.04 * self.lymphocytes):
                kind = "lymphocyte"
            elif crowd < 0 and self.at(self.stroma, x, y):
                kind = "spindle"
            else:
                kind = "plasmacytoid" if draw.random() < self.plasmacytoid else "plump"
            if crowd < 0 and draw.random() < 0.2 * self.odd:
                kind = "apoptotic"
            full = max(0.9, self.full) if crowd >= 0 else room.get(kind, self.full)
            area = KINDS[kind][0] * (1 if kind == "lymphocyte" else self.cell_um2)
            if self.crowded(taken, x, y, np.sqrt(area / full)):
                continue
            cell = self.add(kind, x, y, turn=self.at(self.turn, x, y) if kind == "spindle" else None)
            cell["crowd"] = crowd
        self.roll_apart()

    def crowded(self, grid, x, y, apart):
        """Tells whether another centre is too near, and notes this one if not."""
        key = int(x // 16), int(y // 16)
        near = (o for i in (-1, 0, 1) for j in (-1, 0, 1) for o in grid.get((key[0] + i, key[1] + j), ()))
        if any(np.hypot(x - u, y - v) < 0.39 * (apart + a) for u, v, a in near):
            return True
        grid.setdefault(key, []).append((x, y, apart))
        return False

    def giants_first(self):
        """The largest first, so that bone and tears leave room for them, too."""
        draw, places = self.random, []
        counts = np.clip(draw.lognormal(np.log(self.nuclei), 0.55, self.giants), 3, 25).astype(int)
        areas = counts * self.room_um2 * draw.lognormal(0, 0.22, self.giants) + 130
        for count, area in sorted(zip(counts, areas), key=lambda giant: -giant[1]):
            radius = np.sqrt(area / np.pi)
            for x, y in draw.uniform((30, 30), (self.width_um - 30, self.height_um - 30), (500, 2)):
                if self.at(self.wall, x, y) > 0.75 * radius and all(np.hypot(x - u, y - v) > radius + r + 14 for u, v, r in places):
                    places.append((x, y, radius))
                    cell = self.add("multinucleated", x, y, area=area)
                    cell["long"], cell["uneven"] = draw.uniform(1, 1.8), self.lobed * draw.uniform(0.4, 1.4)
                    cell["ruffled"] = draw.uniform(0.2, 0.9) if draw.random() < 0.4 else 0.1
                    cell["wants"] = int(count)
                    break

    def crowd_places(self, middles):
        """Where like-stained cells with one nucleus each lie close together: these are no giant cell."""
        places = []
        for x, y in self.random.uniform((20, 20), (self.width_um - 20, self.height_um - 20), (300, 2)):
            radius = self.random.uniform(11, 26)
            clear = all(np.hypot(x - u, y - v) > radius + r + 3 for u, v, r in middles) and all(np.hypot(x - u, y - v) > radius + r for u, v, r in places)
            if len(places) < self.crowds and clear and self.at(self.wall, x, y) > 8:
                places.append((x, y, radius))
        return places

    def roll_apart(self):
        at = np.array([(c["x"], c["y"]) for c in self.cells])
        radius = np.sqrt([c["area"] / np.pi for c in self.cells])
        big, fixed = np.array([c["kind"] == "multinucleated" for c in self.cells]), np.array([c["fixed"] for c in self.cells])
        for _ in range(50):
            pairs = cKDTree(at).query_pairs(2.2 * radius[~big].max(), output_type="ndarray")
            pairs = pairs[~big[pairs].any(1)]
            apart = at[pairs[:, 1]] - at[pairs[:, 0]]
            distance = np.hypot(*apart.T) + 1e-6
            push = apart * (np.clip(0.92 * radius[pairs].sum(1) - distance, 0, None) / distance * 0.25)[:, None]
            moved = np.zeros_like(at)
            np.add.at(moved, pairs[:, 1], push)
            np.add.at(moved, pairs[:, 0], -push)
            for giant in np.flatnonzero(big):
                away = at - at[giant]
                distance = np.hypot(*away.T) + 1e-6
                moved += away * (np.clip(0.97 * radius[giant] + 0.8 * radius - distance, 0, 4) / distance * 0.4)[:, None] * ~big[:, None]
            moved += self.off_wall(at, 0.7 * radius)
            at += np.where((fixed | big)[:, None], 0, np.clip(moved, -2, 2))
        for cell, (x, y) in zip(self.cells, at):
            cell["x"], cell["y"] = x, y

    def off_wall(self, at, margin):
        inside = np.clip(margin - self.at(self.wall, *at.T), 0, 3)
        return np.stack([self.at(self.wall_across, *at.T), self.at(self.wall_down, *at.T)], -1) * (0.5 * inside)[:, None]

    # --- contours ------------------------------------------------------------------------------------------------

    def shape_of(self, cell):
        """Returns the outline that a cell takes when alone, of area 1 around 0."""
        draw, giant = self.random, cell["kind"] == "multinucleated"
        count = max(18, int(2 * np.sqrt(np.pi * cell["area"]) * (0.6 + 0.4 * cell["long"]) / POINT_UM))
        angle = np.arange(count) * 2 * np.pi / count
        radius = np.ones(count)
        for wave in range(2, 8 if giant else 6):
            radius += cell["uneven"] * draw.normal() / (wave - 1) ** 0.8 * np.cos(wave * angle + draw.uniform(0, 2 * np.pi))
        radius = np.clip(radius, 0.45, 1.8)
        u, v = radius * np.cos(angle) * np.sqrt(cell["long"]), radius * np.sin(angle) / np.sqrt(cell["long"])
        if cell["kind"] in ("spindle", "endothelium"):  # pointed ends, bent
            v = v * (1 - 0.45 * (u / np.abs(u).max()) ** 2) + draw.normal(0, 0.1) * u**2
        ring = np.stack([u * np.cos(cell["turn"]) - v * np.sin(cell["turn"]), u * np.sin(cell["turn"]) + v * np.cos(cell["turn"])], -1)
        ring -= ring.mean(0)
        x, y = ring.T
        return ring / np.sqrt(0.5 * abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()))

    def relax(self):
        """Contours grow from within, keep area and shape as well as they can, and push one another off."""
        count = len(self.cells)
        rings = [self.shape_of(c) * np.sqrt(c["area"]) for c in self.cells]
        size = np.array([len(r) for r in rings])
        owner, start = np.repeat(np.arange(count), size), np.cumsum(size) - size
        index = np.arange(len(owner))
        ahead, behind = np.where(index + 1 < (start + size)[owner], index + 1, start[owner]), np.where(index > start[owner], index - 1, (start + size)[owner] - 1)
        rest, area = np.concatenate(rings), np.array([c["area"] for c in self.cells])
        centre = np.array([(c["x"], c["y"]) for c in self.cells])
        in_bone = np.array([c["kind"] == "osteocyte" for c in self.cells])[owner]
        hold = np.array([dict(multinucleated=0.05, lymphocyte=0.2, spindle=0.12, endothelium=0.15, apoptotic=0.3).get(c["kind"], 0.06) for c in self.cells])[owner]
        firm = np.array([0.7 if c["kind"] == "multinucleated" else 0.3 for c in self.cells])[owner]
        mean = lambda values: np.stack([np.bincount(owner, values[:, i], count) / size for i in (0, 1)], -1)
        at = centre[owner] + 0.45 * rest
        for step in range(STEPS):
            grown = min(1.0, 0.45 + 0.55 * step / (0.6 * STEPS))
            middle = mean(at)
            out = at - middle[owner]
            turned = np.arctan2(np.bincount(owner, rest[:, 0] * out[:, 1] - rest[:, 1] * out[:, 0], count), np.bincount(owner, (rest * out).sum(1), count))[owner]
            goal = grown * np.stack([rest[:, 0] * np.cos(turned) - rest[:, 1] * np.sin(turned), rest[:, 0] * np.sin(turned) + rest[:, 1] * np.cos(turned)], -1)
            along = at[ahead] - at[behind]
            length = np.hypot(*along.T) + 1e-9
            normal = np.stack([along[:, 1], -along[:, 0]], -1) / length[:, None]
            held = np.bincount(owner, 0.5 * (at[:, 0] * at[ahead, 1] - at[ahead, 0] * at[:, 1]), count)
            around = np.bincount(owner, length / 2, count)
            swell = np.clip((grown**2 * area - held) / around, -0.6, 0.6)
            bent = 0.5 * (at[ahead] + at[behind]) - at
            move = hold[:, None] * (goal - out) + firm[:, None] * swell[owner, None] * normal + 0.17 * bent
            pairs = cKDTree(at).query_pairs(PUSH_UM, output_type="ndarray")
            a, b = pairs[owner[pairs[:, 0]] != owner[pairs[:, 1]]].T
            near = np.clip(PUSH_UM - np.hypot(*(at[a] - at[b]).T), 0, None)
            for one in (a, b):  # a deep overlap is left as well, by the way in
                move -= 0.45 * np.stack([np.bincount(one, near * normal[one, i], len(at)) for i in (0, 1)], -1)
            move += np.where(in_bone[:, None], 0, self.off_wall(at, 0.6))
            at = at + np.clip(move, -1, 1)
        self.rings = np.split(at, start[1:])
        self.middles = mean(at)

    def outline(self):
        """Draws every contour by its distance; where two overlap, a pixel is the cell's in which it lies deeper."""
        draw = self.random
        self.body, self.deep = np.full(self.shape, -1), np.zeros(self.shape, np.float32)
        self.cover = np.zeros(self.shape, np.float32)
        rough, ruffle = self.noise_of(0.9), self.noise_of(1.7)
        for index, (cell, ring) in enumerate(zip(self.cells, self.rings)):
            low, high = np.floor((ring.min(0) - 2) * self.um).astype(int), np.ceil((ring.max(0) + 2) * self.um).astype(int)
            low, high = np.maximum(low, 0), np.minimum(high, self.shape[::-1])
            if (high - low < 3).any():
                continue
            box = cell["box"] = np.s_[low[1] : high[1], low[0] : high[0]]
            x, y = self.places(box)
            depth = distance_inside(x, y, ring) + 0.16 * rough[box]
            if "ruffled" in cell:
                depth += cell["ruffled"] * ruffle[box]
            gap = self.gap_um * draw.uniform(0, 2) if cell["crowd"] < 0 else 0
            depth += 0.5 * (REST_GAP_UM - gap)
            if cell["kind"] in ("apoptotic", "osteocyte") or draw.random() < self.shrunk:
                side = draw.uniform(0, 2 * np.pi)
                depth -= draw.uniform(0.5, 2) * (0.6 + 0.4 * np.cos(np.arctan2(y - self.middles[index, 1], x - self.middles[index, 0]) - side))
            mine = depth > self.deep[box]
            self.deep[box][mine], self.body[box][mine] = depth[mine], index
            self.cover[box] += np.clip(0.5 + depth / max(self.slant_um, self.pixel_um), 0, 1)
            cell["depth"] = depth.astype(np.float32)
        self.cover = np.minimum(self.cover, 1)

    def places(self, box):
        y, x = np.mgrid[box]
        return ((x + 0.5) * self.pixel_um).astype(np.float32), ((y + 0.5) * self.pixel_um).astype(np.float32)

    # --- stain levels, nuclei, cytoplasm -------------------------------------------------------------------------

    def stain_levels(self):
        draw, like = self.random, self.ground_noise(28)
        giants = [i for i, c in enumerate(self.cells) if c["kind"] == "multinucleated"]
        for index in giants:
            self.cells[index]["od"] = max(0.0, draw.normal(*CLASS_OD[draw.choice(4, p=self.giant_shares)]))
        shown = cKDTree(np.concatenate([self.rings[i] for i in giants])) if giants else None
        whose = np.concatenate([np.full(len(self.rings[i]), i) for i in giants]) if giants else None
        follows = {i: draw.random() < self.alike for i in giants}
        crowd_od = [max(0.0, draw.normal(*CLASS_OD[draw.choice(4, p=(0.15, 0.3, 0.3, 0.25))])) for _ in range(self.crowds)]
        for index, cell in enumerate(self.cells):
            if cell["kind"] == "multinucleated":
                continue
            seldom = cell["kind"] in ("spindle", "lymphocyte", "endothelium", "osteocyte")
            shares = (0.8, 0.13, 0.05, 0.02) if seldom else self.shares
            x, y = self.middles[index]
            luck = draw.random() if draw.random() > self.patches or seldom else 0.5 + 0.5 * np.tanh(0.9 * self.at(like, x, y))
            od = draw.normal(*CLASS_OD[min(3, int(np.searchsorted(np.cumsum(shares), luck)))])
            if cell["crowd"] >= 0:
                od = crowd_od[cell["crowd"]] * draw.normal(1, 0.07)
            elif giants and not seldom:
                distance, nearest = shown.query(self.rings[index])
                giant = whose[nearest[distance.argmin()]]
                if follows[giant] and distance.min() < 3.5 and draw.random() < 0.7:
                    od = self.cells[giant]["od"] * draw.normal(1, 0.09)
            cell["od"] = max(0.0, od)

    def fill_cells(self):
        self.nucleus, self.foam = np.zeros(self.shape, bool), np.ones(self.shape, np.float32)
        self.blue, self.dab, self.pink = (np.zeros(self.shape, np.float32) for _ in range(3))
        self.wobble, self.chromatin = (self.noise_of(1.1), self.noise_of(2.6)), (self.noise_of(0.4), self.noise_of(0.8))
        self.grains, self.smear = np.clip(self.noise_of(0.45) - 0.8, 0, None), (self.noise_of(0.6), self.noise_of(2.2))
        self.lumps = np.clip(self.noise_of(0.8) - 1.1, 0, None)
        for index, cell in enumerate(self.cells):
            if "box" not in cell:
                continue
            x, y = self.places(cell["box"])
            mine = self.body[cell["box"]] == index
            if not mine.any():
                continue
            cell["depth"][~mine] = np.minimum(cell["depth"][~mine], 0)
            out = np.full(mine.shape, 9, np.float32)  # distance from the nearest nucleus, in um
            if cell["kind"] == "multinucleated":
                self.nuclei_of_giant(cell, x, y, mine, out)
            elif cell["kind"] == "apoptotic":
                self.fragments(cell, x, y, mine, out)
            elif self.random.random() > self.cut:
                self.nucleus_of(index, cell, x, y, mine, out)
            self.cytoplasm_of(index, cell, x, y, mine, out)

    def nucleus_of(self, index, cell, x, y, mine, out):
        draw, kind = self.random, cell["kind"]
        cx, cy = self.middles[index]
        ring = self.rings[index] - self.middles[index]
        xx, yy, xy = (ring[:, 0] ** 2).mean(), (ring[:, 1] ** 2).mean(), (ring[:, 0] * ring[:, 1]).mean()
        turn = 0.5 * np.arctan2(2 * xy, xx - yy) + draw.normal(0, 0.12)
        spread = np.hypot(0.5 * (xx - yy), xy)
        stretch = np.sqrt((0.5 * (xx + yy) + spread) / max(0.3, 0.5 * (xx + yy) - spread)) ** draw.uniform(0.45, 0.95)
        area = np.clip(cell["share"] * min(mine.sum() * self.pixel_um**2 + 10, cell["area"]), 14, 90)
        long = np.sqrt(area / np.pi * min(stretch, 3.6))
        wide = area / np.pi / long
        lean = {"plasmacytoid": 0.95, "osteoblast": 0.9}.get(kind, draw.uniform(0, 0.6))
        side = turn + np.pi * draw.integers(2) + draw.normal(0, 0.5)
        reach = max(0, np.abs(ring @ [np.cos(side), np.sin(side)]).max() - long - 0.8) if lean else 0
        at = np.array([cx + lean * reach * np.cos(side), cy + lean * reach * np.sin(side)])
        at = self.inwards(at, cell, x, y, 0.9 * wide)
        luck = draw.random()
        if luck < 0.35 * self.odd and kind != "lymphocyte":
            self.mitosis(cell, x, y, mine, out, at, turn)
        elif luck < self.odd:  # pyknotic
            self.draw_nucleus(cell, x, y, mine, out, at, 0.62 * long, 0.62 * wide, turn, 0, 1.0)
        else:
            pale = {"lymphocyte": draw.uniform(0, 0.2), "spindle": draw.uniform(0.1, 0.6), "endothelium": 0.1, "osteocyte": 0.1}.get(kind, draw.uniform(0.1, 0.9))
            dark = draw.uniform(0.55, 0.85) if kind == "lymphocyte" else draw.uniform(0.34, 0.66)
            self.draw_nucleus(cell, x, y, mine, out, at, long, wide, turn, pale, dark)

    def inwards(self, at, cell, x, y, room_um):
        """Moves a place into its cell until so much room is around it."""
        down, across = np.gradient(gaussian_filter(cell["depth"], self.um))
        for _ in range(14):
            row = np.clip(int((at[1] - y[0, 0]) * self.um), 0, x.shape[0] - 1)
            column = np.clip(int((at[0] - x[0, 0]) * self.um), 0, x.shape[1] - 1)
            lack = room_um - cell["depth"][row, column]
            way = np.array([across[row, column], down[row, column]]) * self.um
            if lack <= 0:
                break
            at = at + 0.5 * min(lack, 2) * way / max(0.3, np.hypot(*way))
        return at

    def nuclei_of_giant(self, cell, x, y, mine, out):
        """Soft discs that settle where they like to be: in the middle, around it, at a pole or anywhere."""
        draw, wanted = self.random, cell["wants"]
        where = draw.choice(["middle", "ring", "pole", "anywhere"], p=[0.35, 0.15, 0.2, 0.3])
        free = np.argwhere(cell["depth"] > min(2.5, 0.6 * cell["depth"].max()))
        if len(free) < 9:
            return
        at = np.array([(x[tuple(p)], y[tuple(p)]) for p in free[draw.integers(0, len(free), wanted)]], float)
        usual = draw.uniform(3.2, 4.6)
        middle = np.array([x[mine].mean(), y[mine].mean()])
        farthest = np.sqrt(mine.sum() * self.pixel_um**2 / np.pi)
        side = draw.uniform(0, 2 * np.pi)
        target = middle + (0.5 * farthest * np.array([np.cos(side), np.sin(side)]) if where == "pole" else 0)
        apart, down, across = 2 * usual * draw.uniform(0.86, 1.5), *np.gradient(gaussian_filter(cell["depth"], self.um))
        for _ in range(60):
            difference = at[:, None] - at[None]
            distance = np.hypot(*np.moveaxis(difference, -1, 0)) + 1e-6
            push = np.clip(apart - distance, 0, None) * (distance > 1e-5)
            move = 0.3 * (difference * (push / distance)[..., None]).sum(1)
            away = at - target
            if where == "ring":
                move += 0.1 * away / (np.hypot(*away.T)[:, None] + 1e-6) * (0.72 * farthest - np.hypot(*away.T))[:, None].clip(-3, 3)
            elif where != "anywhere":
                move -= np.clip(0.06 * away, -0.3, 0.3)
            row = np.clip(((at[:, 1] - y[0, 0]) * self.um).astype(int), 0, x.shape[0] - 1)
            column = np.clip(((at[:, 0] - x[0, 0]) * self.um).astype(int), 0, x.shape[1] - 1)
            lack = np.clip(usual + 0.6 - cell["depth"][row, column], 0, 3)
            move += 0.5 * lack[:, None] * np.stack([across[row, column], down[row, column]], -1) * self.um
            at = at + np.clip(move, -1.5, 1.5) + draw.normal(0, 0.08, at.shape)
        pale, dark, odd = draw.uniform(0.25, 0.95), draw.uniform(0.34, 0.6), draw.uniform(0.03, 0.12)
        for spot in at:
            size = usual * draw.lognormal(0, odd) * (draw.uniform(0.5, 0.8) if draw.random() < 0.06 else 1)
            self.draw_nucleus(cell, x, y, mine, out, spot, size * draw.uniform(1, 1.2), size * draw.uniform(0.85, 1), draw.uniform(0, np.pi), pale, dark * draw.normal(1, 0.07))
        if len(cell["nuclei"]) < 3:  # as if cut beside them: no giant cell then, nor any other
            here = self.nucleus[cell["box"]] & mine
            self.nucleus[cell["box"]][here], self.blue[cell["box"]][here], cell["nuclei"] = False, 0, []
            out[:] = 9

    def draw_nucleus(self, cell, x, y, mine, out, at, long, wide, turn, pale, dark):
        draw, box = self.random, cell["box"]
        dx, dy = x - at[0], y - at[1]
        u, v = (dx * np.cos(turn) + dy * np.sin(turn)) / long, (dy * np.cos(turn) - dx * np.sin(turn)) / wide
        v = v + draw.normal(0, 0.12) * (u**2 - 0.3)
        around = np.arctan2(v, u)
        edge = 1 + 0.03 * draw.normal() * np.cos(3 * around + draw.uniform(0, 6)) + 0.035 * self.wobble[0][box] + 0.04 * self.wobble[1][box]
        if draw.random() < 0.15:  # a fold
            edge = edge - draw.uniform(0.1, 0.3) * np.exp(-((np.angle(np.exp(1j * (around - draw.uniform(-3, 3)))) / 0.35) ** 2))
        depth = (edge - np.hypot(u, v)) * np.sqrt(long * wide)
        part = (depth > 0) & mine & (cell["depth"] > 0.35)
        fresh = part & ~self.nucleus[box]
        if fresh.sum() * self.pixel_um**2 < SMALLEST_NUCLEUS_UM2:
            return
        clumps = np.clip(self.chromatin[0][box] + 0.7 * self.chromatin[1][box] - 0.3, 0, 2.2)
        od = dark * (1 - 0.68 * pale + (0.12 + 0.3 * pale) * clumps + 0.07 * self.chromatin[1][box])
        od += dark * (0.08 + 0.5 * pale) * np.exp(-(((depth - 0.3) / 0.38) ** 2))
        for _ in range(draw.poisson(0.2 + 1.1 * pale)):
            nu, nv = draw.uniform(-0.45, 0.45, 2)
            od += draw.uniform(0.15, 0.4) * np.exp(-(((u - nu) * long) ** 2 + ((v - nv) * wide) ** 2) / (2 * draw.uniform(0.35, 0.65) ** 2))
        soft = draw.uniform(0.25, 0.9)  # nuclei lie askew in the section
        od = np.maximum(od, 0.05) * self.hematoxylin * draw.uniform(0.8, 1.15) * np.clip(0.35 + depth / soft, 0, 1)
        both = part & self.nucleus[box]
        self.blue[box][part] = np.where(both, np.minimum(self.blue[box] + 0.6 * od, 1.4), od)[part]
        self.nucleus[box] |= part
        np.minimum(out, np.where(part, 0, np.maximum(-depth, 0)), out=out)
        cell["nuclei"].append((float(x[fresh].mean() * self.um), float(y[fresh].mean() * self.um)))

    def mitosis(self, cell, x, y, mine, out, at, turn):
        """A plate, or two plates, without membrane."""
        draw = self.random
        turn, plates = turn + np.pi / 2, draw.choice([1, 2], p=[0.7, 0.3])
        dx, dy = x - at[0], y - at[1]
        u, v = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
        uneven = 1 + 0.35 * self.wobble[0][cell["box"]]
        dense = np.maximum.reduce([uneven - np.hypot(u / 3.6, (v - off) / 1.3) for off in ((0,) if plates == 1 else (-2.3, 2.3))])
        part = (dense > 0) & mine
        if part.sum() * self.pixel_um**2 >= SMALLEST_NUCLEUS_UM2:
            self.blue[cell["box"]][part] = (0.95 * self.hematoxylin * np.clip(0.4 + 2 * dense, 0, 1))[part]
            self.nucleus[cell["box"]] |= part
            out[part] = 0
            cell["nuclei"].append((float(x[part].mean() * self.um), float(y[part].mean() * self.um)))

    def fragments(self, cell, x, y, mine, out):
        """An apoptotic body: dense balls in a shrunken pink cell, which nobody counts."""
        self.pink[cell["box"]][mine] = 0.22
        middle = np.array([x[mine].mean(), y[mine].mean()])
        for spot in middle + self.random.normal(0, 1.6, (self.random.integers(2, 5), 2)):
            size = self.random.uniform(0.8, 1.9)
            ball = np.clip(1.4 * (size - np.hypot(x - spot[0], y - spot[1])), 0, 1) * mine
            self.blue[cell["box"]] = np.maximum(self.blue[cell["box"]], 1.0 * ball)
            out[ball > 0] = 0
        self.ignored.append([*(middle * self.um).tolist(), 6 * self.um])

    def cytoplasm_of(self, index, cell, x, y, mine, out):
        draw, box, giant = self.random, cell["box"], cell["kind"] == "multinucleated"
        radius = np.sqrt(mine.sum() * self.pixel_um**2 / np.pi) + 1e-6
        side = draw.uniform(0, 2 * np.pi)
        cx, cy = self.middles[index]
        profile = 1 + draw.normal(0, self.polar) * ((x - cx) * np.cos(side) + (y - cy) * np.sin(side)) / radius
        profile -= self.clearing * draw.uniform(-0.3, 1) * np.exp(-((out / draw.uniform(0.8, 2)) ** 2))
        profile += self.rim * draw.uniform(-0.5, 1.5) * np.exp(-((cell["depth"] / draw.uniform(0.5, 1.2)) ** 2))
        blue = cell["blue"] * np.clip(1 + 0.25 * self.smear[0][box], 0.3, 2)
        if cell["kind"] in ("osteoblast", "plasmacytoid") or draw.random() < 0.25:  # the zone of the Golgi, beside the nucleus
            nearest = np.array(cell["nuclei"][0]) * self.pixel_um if cell["nuclei"] else np.array([cx, cy])
            away = np.array([cx, cy]) - nearest
            spot = nearest + away / (np.hypot(*away) + 0.5) * min(radius, 5.2)
            zone = np.exp(-((np.hypot(x - spot[0], y - spot[1]) / draw.uniform(1.4, 2.4)) ** 2))
            profile += zone * draw.choice([-0.45, 0.6, 0.9], p=[0.5, 0.3, 0.2])
            blue = blue * (1 - 0.6 * zone)
        grain, coarse = self.granules * draw.uniform(0.3, 1.3), self.granules * draw.choice([0, 0.7], p=[0.7, 0.3])
        texture = 1 + 0.1 * self.smear[0][box] + 0.13 * self.smear[1][box] - 0.42 * grain + 4 * grain * self.grains[box] + 4 * coarse * self.lumps[box]
        foam = np.ones(mine.shape, np.float32)
        holes = draw.poisson(self.foamy * draw.uniform(0, 1.3) * radius**2 / 25) if giant or draw.random() < 0.12 else 0
        free = np.argwhere((out > 0.6) & (cell["depth"] > 0.8) & mine) if holes else ()
        for _ in range(holes if len(free) else 0):
            row, column = free[draw.integers(len(free))]
            size = draw.lognormal(np.log(0.9), 0.4)
            away = np.hypot(x - x[row, column], y - y[row, column])
            foam = np.minimum(foam, 0.1 + 0.9 * np.clip((away - size) / 0.7 + 0.5, 0, 1))
        nuclear = self.nucleus[box]
        foam = np.where(nuclear, 1, foam)
        od = cell["od"] * np.clip(profile, 0.15, 2.2) * np.clip(texture, 0.1, 4) * foam * np.where(nuclear, draw.uniform(0.05, 0.55), 1)
        self.dab[box][mine] = od[mine]
        self.foam[box][mine] = foam[mine]
        self.blue[box] += np.where(mine & ~nuclear, blue * foam, 0)

    # --- picture -------------------------------------------------------------------------------------------------

    def grown(self, grid):
        """Returns a map of the ground at the picture's pixels."""
        return zoom(grid.astype(np.float32), np.array(self.shape) / grid.shape, order=1)

    def fibre_texture(self):
        """Noise smeared along the streams."""
        fine = 2
        turn = np.repeat(np.repeat(self.turn, fine, 0), fine, 1)
        grain = self.random.standard_normal(turn.shape).astype(np.float32)
        grain = gaussian_filter(grain, 0.5)
        cos, sin, total = np.cos(turn), np.sin(turn), np.zeros_like(grain)
        rows, columns = np.indices(turn.shape, dtype=np.float32)
        for way in (1, -1):
            r, c = rows.copy(), columns.copy()
            dr, dc = way * sin, way * cos
            for _ in range(14):
                r, c = np.clip(r + 1.3 * dr, 0, turn.shape[0] - 1), np.clip(c + 1.3 * dc, 0, turn.shape[1] - 1)
                i, j = r.astype(int), c.astype(int)
                total += grain[i, j]
                same = np.where(dr * sin[i, j] + dc * cos[i, j] < 0, -1, 1)
                dr, dc = same * sin[i, j], same * cos[i, j]
        return self.grown(total / total.std())

    def photograph(self):
        draw, inside = self.random, self.cover
        fibre = self.fibre_texture() + 0.4 * self.noise_of(1.5)
        torn, lumen, bone = (gaussian_filter(self.grown(a), 0.4 * self.um) for a in (self.torn, self.lumen, self.bone))
        open_here = np.clip(np.maximum(torn, lumen), 0, 1)
        outside = (1 - inside) * (1 - open_here)
        lacuna = np.clip(1.6 - 2 * gaussian_filter(((self.body >= 0)).astype(np.float32), 1.2 * self.um), 0, 1)
        loose = np.clip(0.45 + 0.5 * self.grown(gaussian_filter(self.stroma.astype(np.float32), 8)) + 0.25 * self.noise_of(16), 0.05, 1.4)
        strands = np.clip(1 + 0.55 * fibre, 0, None) * loose * outside * (1 - bone)
        pink = self.pink + self.osteoid * bone * lacuna * (1 - inside) * np.clip(1 + 0.12 * fibre + 0.1 * self.noise_of(9), 0.3, 2) + 0.4 * self.fibres * strands
        dab = self.dab * inside
        truth_dab = dab
        edge = np.exp(-((np.clip(self.grown(distance_transform_edt(~self.torn)), 0, 40) / 4) ** 2)) if self.torn.any() else 0
        seen = dab + self.leak * gaussian_filter(dab, 2.6 * self.um) * (1 - open_here)
        seen = seen + (self.background * np.clip(1 + 0.6 * self.noise_of(14) + 0.3 * fibre, 0, 3) * (1 + 2 * edge)) * (1 - open_here) * (0.5 + 0.5 * outside)
        blue = gaussian_filter(self.blue, 0.12 * self.um) + self.fibres * 0.7 * strands
        thick = np.clip(1 + self.uneven * self.noise_of(75), 0.5, 1.6)
        h, d = rendered.stains(draw, 0.035)
        white = np.array([242, 241, 238]) + draw.normal(0, 3, 3)
        parts = (blue, h), (seen, d), (pink, PINK), (self.red_cells(lumen) * (1 - inside), BLOOD), (self.brown_grains(), PIGMENT)
        od = sum(amount[..., None] * vector for amount, vector in parts) * thick[..., None]
        focus = np.clip(0.5 + 0.5 * self.noise_of(80), 0, 1)
        y, x = np.indices(self.shape, dtype=np.float32) / np.array(self.shape).reshape(2, 1, 1) - 0.5
        lit = 1 - self.falloff * 2 * ((x - draw.uniform(-0.2, 0.2)) ** 2 + (y - draw.uniform(-0.2, 0.2)) ** 2)
        rgb = np.empty((*self.shape, 3))
        for c in range(3):
            level = 10 ** -od[..., c]
            sharp, soft = gaussian_filter(level, self.blur_um * self.um), gaussian_filter(level, (self.blur_um + 0.5) * self.um)
            level = (sharp * (1 - focus) + soft * focus) * (1 - self.haze) + self.haze * gaussian_filter(level, 5 * self.um)
            level = white[c] * level * lit
            rgb[..., c] = level + self.sharpen * (level - gaussian_filter(level, 0.7 * self.um))
        speckle = draw.normal(0, self.noise, (*self.shape, 1)) * 0.7 + draw.normal(0, self.noise, rgb.shape) * 0.7
        rgb += gaussian_filter(speckle, (0.4, 0.4, 0)) * 1.4
        return rendered.jpeg(rgb, self.jpeg), self.truth(white, h, d, truth_dab * thick)

    def red_cells(self, lumen):
        od, draw = np.zeros(self.shape), self.random
        bleeding = (self.ground_noise(20) > 2.0) & ~self.bone
        for x, y in draw.uniform((4, 4), (self.width_um - 4, self.height_um - 4), (int(self.width_um * self.height_um / 45), 2)):
            if not (self.at(self.lumen, x, y) and self.at(self.wall, x, y) < -1.5) and not (self.at(bleeding, x, y) and draw.random() < 0.7):
                continue
            reach = int(4 * self.um)
            row, column = int(y * self.um), int(x * self.um)
            box = np.s_[max(0, row - reach) : row + reach, max(0, column - reach) : column + reach]
            u, v = self.places(box)
            turn, flat = draw.uniform(0, np.pi), draw.uniform(0.65, 1)
            r = np.hypot((u - x) * np.cos(turn) + (v - y) * np.sin(turn), ((v - y) * np.cos(turn) - (u - x) * np.sin(turn)) / flat) / draw.uniform(2.6, 3.3)
            od[box] = np.maximum(od[box], 0.32 * np.clip(6 * (1 - r), 0, 1) * (0.7 + 0.35 * r**2))
        return od

    def brown_grains(self):
        """Haemosiderin: golden grains in small heaps."""
        od, draw = np.zeros(self.shape), self.random
        for x, y in draw.uniform((8, 8), (self.width_um - 8, self.height_um - 8), (draw.poisson(self.pigment * 5), 2)):
            if self.at(self.closed, x, y):
                continue
            for u, v in draw.normal((x, y), 1.8, (draw.integers(4, 14), 2)):
                row, column = int(v * self.um), int(u * self.um)
                reach = int(2.5 * self.um)
                box = np.s_[max(0, row - reach) : row + reach, max(0, column - reach) : column + reach]
                px, py = self.places(box)
                od[box] = np.maximum(od[box], draw.uniform(0.3, 0.9) * np.clip(1.5 * (draw.uniform(0.5, 1.1) - np.hypot(px - u, py - v)) + 0.5, 0, 1))
            self.ignored.append([float(x * self.um), float(y * self.um), 6 * self.um])
        return od

    def truth(self, white, h, d, dab):
        area, od = self.cytoplasm(self.body, self.nucleus, dab)
        cells = []
        for index, cell in enumerate(self.cells):
            if cell["nuclei"] and area[index]:
                giant = cell["kind"] == "multinucleated"
                middle = [a.mean() for a in np.nonzero(self.body[cell["box"]] == index)[::-1]]
                centre = (middle[0] + cell["box"][1].start, middle[1] + cell["box"][0].start) if giant else cell["nuclei"][0]
                cells.append(rendered.cell(index, "multinucleated" if giant else "mononuclear", centre, cell["nuclei"], od[index], area[index] * self.pixel_um**2))
        return dict(rendered.truth(self.pixel_um, self.shape, white, h, d, cells), ignore=self.ignored)


def distance_inside(x, y, ring):
    """Returns how deep places lie within a closed polygon, in um; outside it is negative."""
    px, py = x.ravel()[:, None], y.ravel()[:, None]
    nearest, inside = np.full(len(px), np.inf, np.float32), np.zeros(len(px), bool)
    starts, ends = ring.astype(np.float32), np.roll(ring, -1, 0).astype(np.float32)
    for first in range(0, len(ring), 32):
        (ax, ay), (bx, by) = starts[first : first + 32].T, ends[first : first + 32].T
        ex, ey = bx - ax, by - ay
        t = np.clip(((px - ax) * ex + (py - ay) * ey) / (ex * ex + ey * ey + 1e-9), 0, 1)
        nearest = np.minimum(nearest, ((px - ax - t * ex) ** 2 + (py - ay - t * ey) ** 2).min(1))
        crosses = ((ay > py) != (by > py)) & (px < ax + ex * (py - ay) / np.where(ey == 0, 1e-9, ey))
        inside ^= crosses.sum(1) % 2 == 1
    return (np.sqrt(nearest) * np.where(inside, 1, -1)).reshape(x.shape)


def drawn(seed):
    """A look for learning; every third field has no giant cell."""
    draw = np.random.default_rng(60000 + seed)
    return dict(
        giants=0 if seed % 3 == 2 else 10, nuclei=draw.choice([4.5, 7, 10]), room_um2=draw.uniform(85, 165), lobed=draw.uniform(0.12, 0.4), cell_um2=draw.uniform(0.75, 1.25),
        full=draw.uniform(0.65, 1.02), spindled=draw.uniform(0, 0.7), plasmacytoid=draw.uniform(0, 0.4), lymphocytes=draw.choice([0, 0.25, 0.9]), lace=draw.choice([0, 0, 0.07, 0.16]), osteoid=draw.uniform(0.06, 0.24),
        vessels=int(draw.integers(0, 9)), tears=draw.choice([0, 0.03, 0.08]), gap_um=draw.choice([0, 0.3, 0.7]), shrunk=draw.choice([0, 0.12, 0.35]), crowds=int(draw.integers(0, 6)),
        alike=draw.choice([0, 0.5, 1]), patches=draw.choice([0, 0.4, 0.9]), odd=draw.uniform(0, 0.03), cut=draw.choice([0, 0.08, 0.2]), pigment=draw.choice([0, 0.5, 1]),
        granules=draw.uniform(0, 1), foamy=draw.uniform(0, 1.3), polar=draw.uniform(0, 0.4), clearing=draw.uniform(0, 0.6), rim=draw.uniform(0, 0.4), leak=draw.choice([0, 0.04, 0.1]),
        slant_um=draw.uniform(0.2, 1), background=draw.choice([0, 0.02, 0.05]), fibres=draw.uniform(0.02, 0.12), hematoxylin=draw.uniform(0.6, 1.15), uneven=draw.uniform(0, 0.2),
        shares=tuple(draw.dirichlet((3, 2.5, 2.5, 2))), blur_um=draw.uniform(0.22, 0.6), haze=draw.uniform(0, 0.06), sharpen=draw.uniform(0, 0.8), falloff=draw.uniform(0, 0.08),
        noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)), pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))


if __name__ == "__main__":
    rendered.main("contours", lambda seed, **look: Contours(seed, **look).render(), LOOKS, drawn)
