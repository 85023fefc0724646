#!/usr/bin/python3
"""Learns how the reading of cytoplasm is corrected from the tables that ReadingFields writes. Needs numpy, scipy and LightGBM.

usage: reading.py FOLDER      cytoplasm-reading.txt, and how well it does on fields left out

A field is never judged by a correction that saw it, nor another look of it: looks of one reference field
(NAME~0, NAME~1...) make one fold, phantoms make three; fields of other renderers are judged and not learned from.
What is learned is the share of 0.1 plus the ring's
reading that the mean of the true cytoplasm lies above it: by least squares with a ridge, outliers held, and small
trees on what that leaves. What is one number for a whole slide (but for grain) has a slope alone, for there are few slides.
"""
import csv, glob, json, os, sys
import numpy as np
from scipy.spatial import cKDTree
from learning import Trees

PHANTOM_FOLDS = 3
OTHERS = "mosaic", "painted", "sections", "basins", "crowds", "contours"
WEIGHTS = dict(reference=1.0, look=0.6, phantom=0.6, other=0)
PALE, STRONG = (0.08, 0.5), (0.8, 0.4)   # true values below, above, and what they weigh: no error there changes a class
MOST_CELLS = 700              # a field of more weighs no more
NUCLEUS_UM = 4                # a nucleus is the true one's when its centre is this close
SCALE_OD = 0.1
OUTLIER = 0.08                # a residual beyond this pulls the slopes no harder
TREES_OUTLIER = 0.2           # nor the trees
MOST_LEFT = 0.6               # what slopes leave is held there
RIDGE = 30.0
LEAST_NUCLEUS = -0.45         # held there: a nucleus without any DAB over it is not smeared the more for it
LEAST, MOST, EVEN = -0.3, 0.5, 0.1   # as CytoplasmReading has it
CUTS = [0.2, 0.4, 0.6]
SLOPES = "FURTHER_OUT INNER NUCLEUS PALENESS DARKNESS BLURRED GRAIN COMPRESSION SLIDE_INNER".split()
BRANCHES = SLOPES[:4] + "GRAIN BLURRED NUCLEUS_AREA".split() + [f"RING_{q}" for q in (15, 35, 70, 85, 95)] + [
    f"GROWN_{q}" for q in (50, 70, 85, 95)]


class Field:
    def __init__(self, path):
        self.name = os.path.basename(path)[:-4]
        self.family = self.name.split("~")[0]
        phantom = self.family.startswith("phantom")
        self.renderer = next((name for name in OTHERS if self.family.startswith(name)), None)
        self.fold = "phantoms%d" % (int(self.family[7:]) % PHANTOM_FOLDS) if phantom else self.renderer or self.family
        self.kind = "other" if self.renderer else "phantom" if phantom else "reference" if self.name.endswith("~0") else "look"
        with open(path) as lines:
            self.names = next(csv.reader(lines))[3:]
        table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
        with open(path[:-4] + ".truth.json") as file:
            truth = json.load(file)
        with open(path[:-4] + ".dab") as file:
            dab = float(file.read())
        clear = lambda x, y: all((x - u) ** 2 + (y - v) ** 2 > r * r for u, v, r in truth.get("ignore", []))
        cells = [c for c in truth["cells"] if c["kind"] == "mononuclear" and clear(*c["nuclei"][0])]
        others = [n for c in truth["cells"] if c["kind"] != "mononuclear" for n in c["nuclei"]]
        away, nearest = cKDTree([c["nuclei"][0] for c in cells]).query(table[:, :2])
        from_others = cKDTree(others).query(table[:, :2])[0] if others else np.full(len(table), np.inf)
        of_a_cell = (away * truth["mpp"] < NUCLEUS_UM) & (away <= from_others)
        table, nearest = table[of_a_cell], nearest[of_a_cell]
        self.ring, self.x = table[:, 2], table[:, 3:]
        self.od = np.array([c["cytoplasm_dab_od_mean"] for c in cells])[nearest] * dab
        self.scale = SCALE_OD + np.maximum(0, self.ring)
        self.y = (self.od - self.ring) / self.scale
        weight = WEIGHTS[self.kind] * min(1, MOST_CELLS / len(self.ring))
        self.w = weight * self.scale * np.where(self.od < PALE[0], PALE[1], np.where(self.od > STRONG[0], STRONG[1], 1))


class Slopes:
    """Values held between their 1st and 99th percentile."""

    def fit(self, x, y, w):
        self.low, self.high = np.quantile(x, [0.01, 0.99], 0)
        self.low[SLOPES.index("NUCLEUS")] = LEAST_NUCLEUS
        z = np.clip(x, self.low, self.high)
        mean, spread = z.mean(0), z.std(0) + 1e-9
        z = np.c_[np.ones(len(z)), (z - mean) / spread]
        ridge = np.eye(z.shape[1]) * RIDGE
        ridge[0, 0] = 1e-6
        weight = w
        for _ in range(6):
            b = np.linalg.solve((z * weight[:, None]).T @ z + ridge, (z * weight[:, None]).T @ y)
            weight = w * np.minimum(1, OUTLIER / np.maximum(1e-9, abs(y - z @ b)))
        self.slope = b[1:] / spread
        self.base = float(b[0] - (self.slope * mean).sum())
        return self

    def predict(self, x):
        return self.base + np.clip(x, self.low, self.high) @ self.slope


class Reading:
    """Slopes, and trees on what they leave."""

    def fit(self, fields):
        self.sloped = [fields[0].names.index(name) for name in SLOPES]
        self.branched = [fields[0].names.index(name) for name in BRANCHES]
        x, y, w = (np.concatenate([getattr(f, part) for f in fields]) for part in "xyw")
        self.slopes = Slopes().fit(x[:, self.sloped], y, w)
        left = np.clip(y - self.slopes.predict(x[:, self.sloped]), -MOST_LEFT, MOST_LEFT)
        self.trees = Trees(
            150, 4, 0, shrink=5.0, columns=0.6, rows=0.5, bins=63, objective="huber", alpha=TREES_OUTLIER, learning_rate=0.13,
            min_data_in_leaf=150, seed=1).fit(self.held(x), left, w)
        return self

    def held(self, x):
        """Returns what trees look at. A nucleus is held as for slopes: below, no split is learned, so the program need not know."""
        x = x[:, self.branched].copy()
        nucleus = BRANCHES.index("NUCLEUS")
        x[:, nucleus] = np.maximum(x[:, nucleus], LEAST_NUCLEUS)
        return x

    def read(self, field):
        share = self.slopes.predict(field.x[:, self.sloped]) + self.trees.predict(self.held(field.x))
        spread = field.x[:, field.names.index("RING_85")] - field.x[:, field.names.index("RING_15")]
        return field.ring + np.clip(share, LEAST, MOST) * np.minimum(1, spread / EVEN) * field.scale

    def write(self, path):
        with open(path, "w") as out:
            out.write("# by what share of 0.1 plus the ring's reading a cytoplasm's mean DAB lies above it\n")
            out.write(f"# learned by src/accuracy/reading; the form is told in LearnedScore\nbase {self.slopes.base:.4f}\n")
            for row in zip(SLOPES, self.slopes.slope, self.slopes.low, self.slopes.high):
                out.write("slope %s %.4f %.3f %.3f\n" % row)
            out.write("\n".join(self.trees.lines(BRANCHES, 1.0)[1]) + "\n")


def figures(field, read):
    of_class = lambda od: np.digitize(od, CUTS)
    right = (of_class(read) == of_class(field.od)).mean()
    h = 100 * (of_class(read).mean() - of_class(field.od).mean())
    return np.array([abs(read - field.od).mean(), (read - field.od).mean(), right, abs(h)])


def look(field):
    granular = field.family.startswith("grainy") or field.name[-1] in "34"
    return "other looks, " + ("grainy" if field.family.startswith("grainy") else "made granular" if granular else "smooth")


def main():
    folder = sys.argv[1]
    fields = [Field(path) for path in sorted(glob.glob(folder + "/*~*.csv"))]
    rows = {}
    for fold in sorted({f.fold for f in fields}):
        learned = Reading().fit([f for f in fields if f.fold != fold and f.kind != "other"])
        for f in fields:
            if f.fold == fold:
                what = f.renderer or (f.family if f.kind == "reference" else look(f) if f.kind == "look" else "phantoms")
                rows.setdefault(what, []).append(np.r_[len(f.ring), figures(f, f.ring), figures(f, learned.read(f))])
    print("| left out | cells | ring: OD error (bias), class agreement, H error | corrected |\n|---|---|---|---|")
    for what in sorted(rows, key=lambda k: len(rows[k])):
        told = "%.3f (%+.3f), %.3f, %.1f"
        mean = np.mean(rows[what], 0)
        cells = int(sum(row[0] for row in rows[what]))
        print(f"| {what} | {cells} | {told % tuple(mean[1:5])} | {told % tuple(mean[5:])} |")
    Reading().fit([f for f in fields if f.kind != "other"]).write(folder + "/cytoplasm-reading.txt")


main()
