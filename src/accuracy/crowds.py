#!/usr/bin/python3
"""Renders H-DAB fields with their truth in a sixth way: cells push one another about until each has its room.

Cells are the domains of a Potts model: each wants an area of its own and short borders, along fibres long ones, so that
cytoplasm is truly contiguous, no outline has a formula, and giant cells are lobed and squeezed by what lies around them. A nucleus
follows its cell. Neighbours of a giant cell are often stained as it is, borders are faint, pale or stained; lymphocytes lie in
crowds; some cells are cut beside their nucleus; stain leaks. Focus changes over the field, light falls off, the camera sharpens.
Shares with the other renderers nothing but rendered.py. Needs numpy, scipy and PIL.

usage: crowds.py FOLDER FROM TO           FOLDER/crowdsN~0.tif and .truth.json of drawn looks, for learning
       crowds.py FOLDER looks FROM SEEDS   FOLDER/LOOK~SEED/field.tif and truth.json of every named look
"""
import numpy as np
from scipy.ndimage import distance_transform_edt, find_objects, gaussian_filter, label, zoom
from scipy.spatial import cKDTree
import rendered

CLASS_OD = (0.04, 0.03), (0.3, 0.05), (0.5, 0.05), (0.85, 0.13)
FIBRES, BLOOD = np.array([0.3, 0.82, 0.49]), np.array([0.14, 0.83, 0.54])
SITE_UM, SPINDLE = 0.8, 1.7
NEIGHBOURS = np.array([(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)])
SMALLEST_NUCLEUS_UM2 = 8  # that is seen

PLAIN = dict(
    width_um=660, height_um=500, pixel_um=0.5, giants=10, nuclei=8, room_um2=100, tumour_um2=170, full=0.9, spindled=0.3, lymphocytes=0.3, stained_crowds=0.05,
    open=0.06, rough=1.0, alike=0.5, patches=0.4, seam=0.15, granules=0.4, foamy=0.4, tilt=0.25, inwards=0.2, leak=0.05, slant_um=0.4, cut=0.08,
    haze=0.015, matrix=0.08, hematoxylin=1.0, shares=(0.35, 0.3, 0.22, 0.13), giant_shares=(0.15, 0.25, 0.35, 0.25),
    blur_um=0.35, sharpen=0.3, falloff=0.03, noise=1.3, jpeg=85)
LOOKS = {
    "crowds": {},
    "crowds, no borders, most alike": dict(seam=0, alike=1, patches=0.9, slant_um=0.8),
    "crowds, loose and spindled": dict(full=0.65, spindled=0.6, open=0.15),
    "crowds, many lymphocytes": dict(lymphocytes=1.0, stained_crowds=0.5),
    "crowds, foamy and granular": dict(foamy=1.2, granules=0.9),
    "crowds, JPEG 50": dict(jpeg=50),
    "crowds, 0.25 um per pixel": dict(pixel_um=0.25),
    "crowds, pale nuclei, stained borders": dict(hematoxylin=0.6, seam=-0.5),
}


class Crowds(rendered.Field):
    def __init__(self, seed, **look):
        super().__init__(seed, dict(PLAIN, **look))
        self.nucleus = np.zeros(self.shape, bool)
        self.nuclear_od = np.zeros(self.shape, np.float32)
        self.sites = int(self.height_um / SITE_UM), int(self.width_um / SITE_UM)

    def render(self):
        self.wind()
        self.settle()
        self.push()
        self.look_closer()
        self.stain_cells()
        self.draw_nuclei()
        return self.photograph()

    # --- where cells are -----------------------------------------------------------------------------------------

    def site_noise(self, scale_um):
        return rendered.noise(self.random, self.sites, scale_um / SITE_UM)

    def wind(self):
        """Fibres run along the level lines of a relief."""
        self.relief, kind, space = self.site_noise(60), self.site_noise(38), self.site_noise(17) + 0.6 * self.site_noise(5)
        down, across = np.gradient(gaussian_filter(self.relief, 4))
        steep = np.hypot(down, across) + 1e-9
        self.along = np.stack([across / steep, -down / steep], -1)  # x and y turned: as row and column
        self.stroma = kind < np.quantile(kind, self.spindled)
        self.empty = space < np.quantile(space, self.open) if self.open else np.zeros(self.sites, bool)
        self.crowd = self.site_noise(16) > 2.3 - 1.2 * self.lymphocytes if self.lymphocytes else np.zeros(self.sites, bool)

    def add(self, kind, wanted_um2):
        self.cells.append(dict(kind=kind, wanted=wanted_um2, nuclei=[], wants=0))
        return len(self.cells) - 1

    def settle(self):
        """Chooses places of cells; giant cells hold several, one beside the other."""
        draw, spots, reach, owner = self.random, [], [], []
        height, width = self.height_um, self.width_um
        centres = []
        for place in draw.uniform((36, 36), (height - 36, width - 36), (3000, 2)):
            if len(centres) < self.giants and all(np.hypot(*(place - other)) > 62 for other in centres):
                centres.append(place)
        for place in centres:
            count = int(np.clip(draw.lognormal(np.log(self.nuclei), 0.55), 3, 28))
            area = count * self.room_um2 * draw.uniform(0.65, 1.35) + 60
            cell = self.add("multinucleated", area)
            self.cells[cell]["wants"] = count
            radius, parts, heading = np.sqrt(area / np.pi), draw.integers(2, 7), draw.uniform(0, 2 * np.pi)
            spot = place.copy()
            for _ in range(parts):
                spots.append(spot.copy())
                reach.append(radius * draw.uniform(0.5, 0.8))
                owner.append(cell)
                heading += draw.normal(0, 1.3)
                spot += radius * draw.uniform(0.4, 0.8) * np.array([np.sin(heading), np.cos(heading)])
                spot = place + (spot - place) * min(1, 1.1 * radius / max(1e-9, np.hypot(*(spot - place))))
        taken = cKDTree(np.array(spots)) if spots else None
        grid, cell_um = {}, 6.0
        tries = int(0.35 * height * width)
        for place, luck in zip(draw.uniform((3, 3), (height - 3, width - 3), (tries, 2)), draw.random(tries)):
            at = min(int(place[0] / SITE_UM), self.sites[0] - 1), min(int(place[1] / SITE_UM), self.sites[1] - 1)
            if self.empty[at]:
                continue
            lymphocyte = self.crowd[at] or luck < 0.03
            spindle = self.stroma[at] and not lymphocyte
            wanted = draw.uniform(32, 52) if lymphocyte else draw.uniform(80, 160) if spindle else self.tumour_um2 * draw.lognormal(0, 0.28)
            apart = (0.82 if lymphocyte else 0.86) * np.sqrt(wanted / self.full)
            key = int(place[0] / cell_um), int(place[1] / cell_um)
            near = [o for i in range(-4, 5) for j in range(-4, 5) for o in grid.get((key[0] + i, key[1] + j), ())]
            stretch = SPINDLE if spindle else 1
            (ty, tx) = self.along[at]
            aside = lambda dy, dx: np.hypot((dy * ty + dx * tx) / stretch, (dy * tx - dx * ty) * stretch)
            if any(aside(place[0] - y, place[1] - x) < 0.5 * (apart + a) for y, x, a in near):
                continue
            if taken is not None:
                distance, nearest = taken.query(place)
                if distance < 0.8 * reach[nearest] + 2:
                    continue
            grid.setdefault(key, []).append((*place, apart))
            cell = self.add("lymphocyte" if lymphocyte else "spindle" if spindle else "tumour", wanted)
            spots.append(place)
            reach.append(np.sqrt(wanted / np.pi))
            owner.append(cell)
        self.spots, self.reach, self.owner = np.array(spots), np.array(reach), np.array(owner)

    def push(self):
        """Sites change hands between neighbours, those of every third row and column at once."""
        rows, columns = self.sites
        middle = (np.stack(np.indices(self.sites), -1).reshape(-1, 2) + 0.5) * SITE_UM
        _, nearest = cKDTree(self.spots).query(middle, min(8, len(self.spots)))
        away, along = middle[:, None] - self.spots[nearest], self.along.reshape(-1, 1, 2)
        spindle = np.array([c["kind"] == "spindle" for c in self.cells])[self.owner[nearest]]
        stretch = np.where(spindle, SPINDLE, 1)
        share = np.hypot((away * along).sum(-1) / stretch, (away * along[..., ::-1] * [1, -1]).sum(-1) * stretch) / self.reach[nearest]
        best = share.argmin(1)
        held = np.where(share[np.arange(len(best)), best] < 1.1, self.owner[nearest[np.arange(len(best)), best]] + 1, 0)
        sites = np.pad(held.reshape(self.sites), 1, mode="edge")
        wanted = np.array([np.inf] + [c["wanted"] for c in self.cells]) / SITE_UM**2
        stiff = np.append(0, 1.2 / np.sqrt(wanted[1:]))
        glue = np.array([0] + [{"multinucleated": 0.8, "lymphocyte": 1.2}.get(c["kind"], 1) for c in self.cells])
        bare = self.random.uniform(0.7, 1.3)
        off = NEIGHBOURS[:, 0] * (columns + 2) + NEIGHBOURS[:, 1]
        long = np.hypot(*NEIGHBOURS.T)
        run = (NEIGHBOURS / long[:, None] @ self.along.reshape(-1, 2).T).T ** 2
        weight = np.pad(((1 + 5 * self.stroma.reshape(-1, 1) * run) / long).reshape(rows, columns, 8), ((1, 1), (1, 1), (0, 0))).reshape(-1, 8)
        flat, size = sites.reshape(-1), np.bincount(sites[1:-1, 1:-1].ravel(), minlength=len(wanted)).astype(float)
        closed = np.pad(self.empty, 1).reshape(-1)
        lattice = [(np.arange(1 + i, rows + 1, 3)[:, None] * (columns + 2) + np.arange(1 + j, columns + 1, 3)).ravel() for i in range(3) for j in range(3)]
        cost = lambda a, b: np.where(a == b, 0, np.where((a == 0) | (b == 0), bare, np.minimum(glue[a], glue[b])))
        for sweep in range(44):
            heat = 0.9 * self.rough * (1 if sweep < 34 else 0.35)
            for places in lattice:
                around = flat[places[:, None] + off]
                own = flat[places]
                edge = (around != own[:, None]).any(1) & ~closed[places]
                places, around, own = places[edge], around[edge], own[edge]
                new = around[np.arange(len(own)), self.random.integers(0, 8, len(own))]
                moved = new != own
                places, around, own, new = places[moved], around[moved], own[moved], new[moved]
                change = ((cost(new[:, None], around) - cost(own[:, None], around)) * weight[places]).sum(1)
                grows = np.where(new == 0, 0, stiff[new] * (2 * (size[new] - np.where(new == 0, 0, wanted[new])) + 1))
                shrinks = np.where(own == 0, 0, stiff[own] * (1 - 2 * (size[own] - np.where(own == 0, 0, wanted[own]))))
                yes = self.random.random(len(own)) < np.exp(-np.clip((change + grows + shrinks) / heat, 0, 50))
                flat[places[yes]] = new[yes]
                np.add.at(size, new[yes], 1)
                np.add.at(size, own[yes], -1)
            sites = flat.reshape(rows + 2, columns + 2)
            sites[[0, -1]], sites[:, [0, -1]] = sites[[1, -2]], sites[:, [1, -2]]
        sites[np.pad(self.empty, 1)] = 0
        self.held = sites[1:-1, 1:-1] - 1
        self.keep_largest()

    def keep_largest(self):
        """What is cut off a cell is nobody's."""
        for cell, box in enumerate(find_objects(self.held + 1)):
            if box is not None:
                parts, count = label(self.held[box] == cell)
                if count > 1:
                    sizes = np.bincount(parts.ravel())[1:]
                    self.held[box][(parts > 0) & (parts != 1 + sizes.argmax())] = -1

    def look_closer(self):
        """From sites to pixels: the four sites around vote, borders are a little rough."""
        y, x = np.indices(self.shape, dtype=np.float32)
        y = (y + 0.5) * self.pixel_um / SITE_UM - 0.5 + 0.3 * self.noise_of(1.1)
        x = (x + 0.5) * self.pixel_um / SITE_UM - 0.5 + 0.3 * self.noise_of(1.1)
        y, x = np.clip(y, 0, self.sites[0] - 1.001), np.clip(x, 0, self.sites[1] - 1.001)
        row, column = y.astype(int), x.astype(int)
        v, u = y - row, x - column
        held = [self.held[row + i, column + j] for i in (0, 1) for j in (0, 1)]
        votes = [(v if i else 1 - v) * (u if j else 1 - u) for i in (0, 1) for j in (0, 1)]
        best, self.body = np.zeros(self.shape, np.float32), held[0].copy()
        for one in held:
            sum_of = sum(np.where(one == other, vote, 0) for other, vote in zip(held, votes))
            better = sum_of > best
            best[better], self.body[better] = sum_of[better], one[better]
        grown = lambda a: zoom(a.astype(np.float32), np.array(self.shape) / self.sites, order=1)
        self.open_here, self.level = grown(self.empty) > 0.5, grown(self.relief)
        border = np.zeros(self.shape, bool)
        border[1:] |= self.body[1:] != self.body[:-1]
        border[:, 1:] |= self.body[:, 1:] != self.body[:, :-1]
        self.depth = (distance_transform_edt(~border) * self.pixel_um).astype(np.float32)

    # --- stain of cells, nuclei ----------------------------------------------------------------------------------

    def measure(self):
        """Middle, area and axes of every cell, in um."""
        inside = np.flatnonzero(self.body.ravel() >= 0)
        owner, count = self.body.ravel()[inside], len(self.cells)
        y, x = np.divmod(inside, self.shape[1])
        y, x = y * self.pixel_um, x * self.pixel_um
        area = np.maximum(np.bincount(owner, minlength=count), 1)
        mean = lambda values: np.bincount(owner, values, count) / area
        self.my, self.mx = mean(y), mean(x)
        dy, dx = y - self.my[owner], x - self.mx[owner]
        self.xx, self.yy, self.xy = mean(dx * dx), mean(dy * dy), mean(dx * dy)
        self.area = area * self.pixel_um**2

    def stain_cells(self):
        self.measure()
        draw, like = self.random, self.site_noise(30)
        giants = [i for i, c in enumerate(self.cells) if c["kind"] == "multinucleated"]
        for cell in giants:
            self.cells[cell]["od"] = max(0.0, draw.normal(*CLASS_OD[draw.choice(4, p=self.giant_shares)]))
        middles = cKDTree(np.c_[self.mx, self.my][giants]) if giants else None
        clump_od = max(0.0, draw.normal(*CLASS_OD[draw.integers(1, 4)]))
        follows = {cell: draw.random() < self.alike for cell in giants}
        for index, cell in enumerate(self.cells):
            if cell["kind"] == "multinucleated":
                continue
            at = min(int(self.my[index] / SITE_UM), self.sites[0] - 1), min(int(self.mx[index] / SITE_UM), self.sites[1] - 1)
            if cell["kind"] == "lymphocyte":
                stained = draw.random() < self.stained_crowds
                cell["od"] = max(0.0, clump_od * draw.normal(1, 0.12) if stained else draw.normal(*CLASS_OD[0]))
                continue
            shares = (0.8, 0.13, 0.05, 0.02) if cell["kind"] == "spindle" else self.shares
            luck = draw.random() if draw.random() > self.patches else 0.5 + 0.5 * np.tanh(0.9 * like[at])
            od = draw.normal(*CLASS_OD[min(3, int(np.searchsorted(np.cumsum(shares), luck)))])
            if middles is not None and cell["kind"] == "tumour":
                distance, nearest = middles.query((self.mx[index], self.my[index]))
                giant = giants[nearest]
                if follows[giant] and distance < np.sqrt(self.area[giant] / np.pi) * 1.5 + 9 and draw.random() < 0.75:
                    od = self.cells[giant]["od"] * draw.normal(1, 0.08)
            cell["od"] = max(0.0, od)

    def box(self, index, boxes):
        box = boxes[index]
        y, x = np.indices(self.body[box].shape)
        return (x + box[1].start) * self.pixel_um, (y + box[0].start) * self.pixel_um, self.body[box] == index

    def draw_nuclei(self):
        draw = self.random
        self.chromatin, self.wobble = (self.noise_of(0.45), self.noise_of(1.2)), (self.noise_of(1.3), self.noise_of(3.2))
        boxes = find_objects(self.body + 1, max_label=len(self.cells))
        for index, cell in enumerate(self.cells):
            if boxes[index] is None:
                continue
            box, (x, y, mine) = boxes[index], self.box(index, boxes)
            cell["box"] = box
            if cell["kind"] == "multinucleated":
                self.nuclei_of_giant(index, box, x, y, mine)
            elif draw.random() > self.cut and self.area[index] > 16:
                self.nucleus_of(index, box, x, y, mine)

    def nucleus_of(self, index, box, x, y, mine):
        """Lies where its cell is, as long as it, and gives way to its border."""
        draw, kind = self.random, self.cells[index]["kind"]
        half, spread = 0.5 * (self.xx[index] + self.yy[index]), np.hypot(0.5 * (self.xx[index] - self.yy[index]), self.xy[index])
        turn = 0.5 * np.arctan2(2 * self.xy[index], self.xx[index] - self.yy[index]) + draw.normal(0, 0.15)
        ratio = np.sqrt((half + spread) / max(1e-6, half - spread)) ** draw.uniform(0.5, 1)
        share = draw.uniform(0.6, 0.8) if kind == "lymphocyte" else draw.uniform(0.25, 0.5) if kind == "spindle" else draw.uniform(0.2, 0.46)
        area = np.clip(share * self.area[index], 14, 95)
        ratio = min(ratio, 4 if kind == "spindle" else 2.2)
        long = np.sqrt(area / np.pi * ratio)
        depth = np.where(mine, self.depth[box], 0)
        deep = np.unravel_index(depth.argmax(), depth.shape)
        lean = draw.uniform(0, 1)
        cx, cy = lean * self.mx[index] + (1 - lean) * x[deep], lean * self.my[index] + (1 - lean) * y[deep]
        if draw.random() < 0.3:
            side = draw.uniform(0, 2 * np.pi)
            cx, cy = cx + 0.3 * long * np.cos(side), cy + 0.3 * long * np.sin(side)
        pale = 0.1 if kind == "lymphocyte" else draw.uniform(0, 0.4) if kind == "spindle" else draw.uniform(0.1, 0.85)
        dark = draw.uniform(0.6, 0.9) if kind == "lymphocyte" else draw.uniform(0.34, 0.68)
        rim = 0.25 if kind == "lymphocyte" else 0.6
        self.draw_nucleus(index, box, x, y, mine & (depth > rim), (cx, cy), long, long / ratio, turn, pale, dark)

    def nuclei_of_giant(self, index, box, x, y, mine):
        draw, depth, wanted = self.random, self.depth[box], self.cells[index]["wants"]
        radius = np.sqrt(self.area[index] / np.pi)
        out = np.hypot(x - self.mx[index], y - self.my[index]) / radius
        side = draw.uniform(0, 2 * np.pi)
        ahead = ((x - self.mx[index]) * np.cos(side) + (y - self.my[index]) * np.sin(side)) / radius
        way = draw.choice(["anywhere", "heap", "two heaps", "ring", "side"], p=[0.35, 0.25, 0.1, 0.15, 0.15])
        deep = mine & (depth > draw.uniform(1.8, 3.2))
        fits = deep & {"anywhere": True, "heap": out < 0.6, "two heaps": np.abs(ahead) > 0.35, "ring": depth < 7, "side": ahead > 0.1}[way]
        fits = fits if fits.sum() * self.pixel_um**2 > 40 else deep
        apart, spots = draw.uniform(3.8, 8.5), []
        for at in draw.permutation(np.argwhere(fits))[:2500]:
            spot = x[tuple(at)], y[tuple(at)]
            if len(spots) < wanted and all(np.hypot(spot[0] - u, spot[1] - v) > apart for u, v in spots):
                spots.append(spot)
        pale, dark, over = draw.uniform(0.1, 0.8), draw.uniform(0.36, 0.62), draw.random() < 0.5
        usual = draw.uniform(3.2, 4.5)
        away = [np.hypot(x - u, y - v) for u, v in spots]
        for number, spot in enumerate(spots):
            size = usual * draw.uniform(0.82, 1.15)
            room = mine & (depth > 0.5)
            if not over:  # flat against one another
                for other in range(len(spots)):
                    room &= (away[number] <= away[other] - (0.25 if other != number else 0))
            self.draw_nucleus(index, box, x, y, room, spot, size, size * draw.uniform(0.72, 1), draw.uniform(0, np.pi), pale, dark * draw.uniform(0.85, 1.15))
        if len(self.cells[index]["nuclei"]) < 3:  # as if cut beside them
            self.nucleus[box][mine], self.nuclear_od[box][mine], self.cells[index]["nuclei"] = False, 0, []

    def draw_nucleus(self, index, box, x, y, room, place, long, wide, turn, pale, dark):
        draw = self.random
        near = (np.abs(x - place[0]) < 1.5 * long) & (np.abs(y - place[1]) < 1.5 * long)
        rows, columns = np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0))
        if not len(rows) or not len(columns):
            return
        sub = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        top, left = box[0].start + rows[0], box[1].start + columns[0]
        here = np.s_[top : top + rows[-1] - rows[0] + 1, left : left + columns[-1] - columns[0] + 1]
        dx, dy, room = x[sub] - place[0], y[sub] - place[1], room[sub]
        u, v = (dx * np.cos(turn) + dy * np.sin(turn)) / long, (dy * np.cos(turn) - dx * np.sin(turn)) / wide
        v = v + draw.normal(0, 0.15) * u**2 + draw.normal(0, 0.12) * u
        out = np.hypot(u, v) + 0.04 * self.wobble[0][here] + 0.05 * self.wobble[1][here]
        mine = (gaussian_filter(((out < 1) & room).astype(np.float32), 0.4 * self.um) > 0.5) & room
        size = mine.sum() * self.pixel_um**2
        if size < SMALLEST_NUCLEUS_UM2:
            return
        inner = np.minimum(1, distance_transform_edt(np.pad(mine, 1))[1:-1, 1:-1] * self.pixel_um / 0.55)
        clumps = np.clip(self.chromatin[0][here] + 0.6 * self.chromatin[1][here] - 0.4, 0, 2.5)
        od = dark * (1 - 0.72 * pale + (0.25 + 0.35 * pale) * clumps + 0.1 * self.chromatin[1][here])
        od += dark * (0.2 + 0.5 * pale) * (1 - inner)
        for _ in range(draw.poisson(0.4 + 1.1 * pale)):
            nu, nv = draw.uniform(-0.5, 0.5, 2)
            od += draw.uniform(0.2, 0.45) * np.exp(-(((u - nu) * long) ** 2 + ((v - nv) * wide) ** 2) / (2 * draw.uniform(0.35, 0.75) ** 2))
        od = np.maximum(od, 0.05) * self.hematoxylin * draw.uniform(0.85, 1.1)
        both = mine & self.nucleus[here]
        if (mine & ~both).sum() * self.pixel_um**2 < SMALLEST_NUCLEUS_UM2:
            return
        self.nuclear_od[here][mine] = np.where(both, np.minimum(self.nuclear_od[here] + 0.7 * od, 1.4), od)[mine]
        self.nucleus[here] |= mine
        self.cells[index]["nuclei"].append((float(x[sub][mine].mean() * self.um), float(y[sub][mine].mean() * self.um)))

    # --- stain and camera ----------------------------------------------------------------------------------------

    def dab(self):
        draw, count = self.random, len(self.cells)
        of = lambda values: np.append(values, 0)[self.body]
        inside = self.body >= 0
        y, x = np.indices(self.shape, dtype=np.float32) * self.pixel_um
        lean, side = draw.normal(0, self.tilt, count), draw.uniform(0, 2 * np.pi, count)
        radius = np.sqrt(self.area / np.pi)
        slope = of(lean * np.cos(side) / radius) * (x - of(self.mx)) + of(lean * np.sin(side) / radius) * (y - of(self.my))
        inner = of(draw.normal(0, self.inwards, count)) * np.clip(self.depth / 4 - 0.6, -0.6, 1)
        impulses = (draw.random(self.shape) < 0.16 * self.pixel_um**2).astype(np.float32) * draw.exponential(1, self.shape)
        grain = draw.uniform(0.35, 0.6)
        spots = gaussian_filter(impulses, grain * self.um) * 2 * np.pi * grain**2 * self.um**2
        granular = of(self.granules * draw.uniform(0.5, 1.3, count))
        od = of([c["od"] for c in self.cells]) * np.clip(1 + slope + inner, 0.2, 2.2) * np.clip(1 - 0.5 * granular + granular * spots * 0.55 + 0.07 * self.noise_of(0.5), 0.08, 4)
        self.foam = np.ones(self.shape, np.float32)
        for index, cell in enumerate(self.cells):
            big = cell["kind"] == "multinucleated"
            if "box" not in cell or not (big or draw.random() < 0.12):
                continue
            here = (self.body[cell["box"]] == index) & ~self.nucleus[cell["box"]]
            free = np.argwhere(here)
            for _ in range(draw.poisson(self.foamy * draw.uniform(0, 1.2) * self.area[index] / 60) if len(free) else 0):
                at = free[draw.integers(len(free))]
                size = draw.uniform(0.5, 2)
                reach = int(2 * size * self.um) + 1
                part = np.s_[max(0, at[0] - reach) : at[0] + reach + 1, max(0, at[1] - reach) : at[1] + reach + 1]
                dy, dx = np.indices(here[part].shape)
                away = np.hypot(dy + part[0].start - at[0], dx + part[1].start - at[1]) * self.pixel_um / size
                foam = self.foam[cell["box"]][part]
                foam[:] = np.where(here[part], np.minimum(foam, 0.1 + 0.9 / (1 + np.exp(-6 * (away - 1)))), foam)
        touching = np.exp(-((self.depth / 0.5) ** 2))
        od = od * self.foam * np.clip(1 - self.seam * touching, 0, 2)
        share = of(draw.uniform(0.05, 0.55, count))
        od = od * inside * np.where(self.nucleus, share, 1)
        od = gaussian_filter(od, self.slant_um * self.um)
        return od + self.leak * gaussian_filter(od, 3 * self.um) * ~self.open_here

    def photograph(self):
        inside, dab = self.body >= 0, self.dab()
        outside = ~inside & ~self.open_here
        fibres = np.sin(55 * self.level + 1.2 * self.noise_of(4)) * 0.5 + 0.35 * self.noise_of(1.2)
        matrix = np.clip(self.matrix * (1 + 0.6 * fibres + 0.4 * self.noise_of(12)), 0, None) * outside
        pale = np.where(inside, 0.05 + 0.02 * self.noise_of(1), 0.03 * (1 + 0.5 * fibres)).clip(0) * self.foam * ~self.open_here
        hematoxylin = gaussian_filter(self.nuclear_od, 0.15 * self.um) + pale * ~self.nucleus
        seen = dab + self.haze * np.clip(1 + 0.8 * self.noise_of(18), 0, 3) * ~self.open_here
        h, d = rendered.stains(self.random, 0.035)
        white = np.array([241, 240, 237]) + self.random.normal(0, 3, 3)
        parts = (hematoxylin, h), (seen, d), (matrix, FIBRES), (self.red_cells() * ~inside, BLOOD)
        od = sum(amount[..., None] * vector for amount, vector in parts)
        focus = np.clip(0.5 + 0.5 * self.noise_of(90), 0, 1)
        y, x = np.indices(self.shape, dtype=np.float32) / np.array(self.shape).reshape(2, 1, 1) - 0.5
        light = 1 - self.falloff * 2 * ((x - 0.1) ** 2 + (y + 0.05) ** 2)
        channels = []
        for c in range(3):
            level = 10 ** -od[..., c]
            sharp, soft = gaussian_filter(level, self.blur_um * self.um), gaussian_filter(level, (self.blur_um + 0.45) * self.um)
            channels.append((sharp * (1 - focus) + soft * focus) * light)
        rgb = white * np.stack(channels, -1)
        rgb += self.sharpen * (rgb - np.stack([gaussian_filter(rgb[..., c], 0.8 * self.um) for c in range(3)], -1))
        rgb += self.random.normal(0, self.noise, rgb.shape)
        return rendered.jpeg(rgb, self.jpeg), self.truth(white, h, d, dab)

    def red_cells(self):
        od, bleeding = np.zeros(self.shape), self.noise_of(22)
        for place in self.random.uniform((5, 5), (self.width_um - 5, self.height_um - 5), (600, 2)):
            if bleeding[int(place[1] * self.um), int(place[0] * self.um)] > 1.3:
                top, left = int((place[1] - 4) * self.um), int((place[0] - 4) * self.um)
                part = od[top : top + int(8 * self.um), left : left + int(8 * self.um)]
                y, x = np.indices(part.shape) * self.pixel_um - 4
                r = np.hypot(x, y) / 3.2
                part[:] = np.maximum(part, 0.26 * (r < 1) * (0.65 + 0.4 * r**2))
        return od

    def truth(self, white, h, d, dab):
        area, od = self.cytoplasm(self.body, self.nucleus, dab)
        cells = []
        for index, cell in enumerate(self.cells):
            giant = cell["kind"] == "multinucleated"
            if cell["nuclei"] and area[index]:
                centre = (self.mx[index] * self.um, self.my[index] * self.um) if giant else cell["nuclei"][0]
                cells.append(rendered.cell(
                    index, "multinucleated" if giant else "mononuclear", centre, cell["nuclei"], od[index], area[index] * self.pixel_um**2))
        return rendered.truth(self.pixel_um, self.shape, white, h, d, cells)


def drawn(seed):
    """A look for learning; every third field has no giant cell."""
    draw = np.random.default_rng(50000 + seed)
    return dict(
        giants=0 if seed % 3 == 2 else 10, nuclei=draw.choice([4.5, 7, 10]), room_um2=draw.uniform(70, 140), tumour_um2=draw.uniform(95, 210), full=draw.uniform(0.62, 1),
        spindled=draw.uniform(0, 0.6), lymphocytes=draw.choice([0, 0.3, 1.0]), stained_crowds=draw.choice([0, 0.1, 0.9]), open=draw.choice([0, 0.06, 0.2]),
        rough=draw.uniform(0.6, 1.8), alike=draw.choice([0, 0.5, 1]), patches=draw.choice([0, 0.4, 0.9]), seam=draw.choice([0, 0.2, 0.5, -0.5]),
        granules=draw.uniform(0, 0.9), foamy=draw.uniform(0, 1.2), tilt=draw.uniform(0, 0.4), inwards=draw.uniform(0, 0.4), leak=draw.choice([0, 0.05, 0.12]),
        slant_um=draw.uniform(0.1, 0.9), cut=draw.choice([0, 0.08, 0.2]), haze=draw.choice([0, 0.015, 0.05]), matrix=draw.uniform(0.02, 0.16),
        hematoxylin=draw.uniform(0.6, 1.15), shares=tuple(draw.dirichlet((3, 2.5, 2.5, 2))), blur_um=draw.uniform(0.22, 0.6), sharpen=draw.uniform(0, 0.7),
        falloff=draw.uniform(0, 0.06), noise=draw.uniform(0.5, 2.5), jpeg=int(draw.uniform(45, 95)), pixel_um=float(draw.choice([0.25, 0.4, 0.5, 0.5])))


if __name__ == "__main__":
    rendered.main("crowds", lambda seed, **look: Crowds(seed, **look).render(), LOOKS, drawn)
