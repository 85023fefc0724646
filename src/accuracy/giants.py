#!/usr/bin/python3
"""Learns the scores of giant cells from the tables that GiantTables writes. Needs numpy, scipy and
LightGBM.

usage: giants.py pairs FOLDER    a pair score per fold (FIELD.pairs.txt) and one of all (pairs.txt)
       giants.py groups FOLDER   the group score of all (groups.txt), what is usual (usual.txt), and how well it does on fields left out;
                                 per field the odds of its groups by scores that saw nothing of its fold, and those on the usual slide (FIELD.odds.txt)

The group score knows what a group looks like and that beside what is usual on its slide, without haematoxylin in
and around the hull. It is the mean of three, alike but for their seed: one seed's luck moves a renderer left out by 0.05.
Learned again from the same fields it is the same to the byte: rows stand in the order of the fields' names, and LightGBM
chooses nothing by the clock (force_col_wise).

A field is never judged by a score that saw it, nor another look of it: looks of one reference field
(NAME~0, NAME~1...) make one fold, phantoms another, the fields of each other renderer likewise:
how well it does on a renderer never seen is what counts elsewhere.
"""
import csv, glob, json, multiprocessing, os, sys
import numpy as np
from scipy.spatial import cKDTree
from learning import Trees, write

RENDERED = "phantom", "mosaic", "painted", "sections", "basins", "crowds", "contours"
PAIR_WEIGHTS = dict(reference=1.0, look=0.5, phantom=0.15, mosaic=0.3, painted=0.3, sections=0.3, basins=0.3, crowds=0.3, contours=0.3)
GROUP_WEIGHTS = dict(reference=1.0, look=0.5, phantom=0.4, mosaic=0.6, painted=0.6, sections=0.6, basins=0.6, crowds=0.6, contours=0.6)
REAL = {"ihc": 9.0, "cmu": 9.0}   # real slides, without a giant cell: each group weighs so many times
HEMATOXYLIN = "HEMATOXYLIN", "HEMATOXYLIN_SPREAD", "FAR_HEMATOXYLIN"
SEEDS = 0, 1, 2
USUAL_GROUPS = 5                 # as SlideGroups has it
NUCLEUS_UM, CELL_UM = 4, 12      # a nucleus, a giant cell is the true one's when its centre is this close
LEAST_OVERLAP = 0.7              # of nuclei, from which a group is a true giant cell to learn from: at 0.6 more nuclei were lost


class Field:
    def __init__(self, folder, name):
        self.name, self.folder, self.path = name, folder, os.path.join(folder, name)
        self.family = name.split("~")[0]
        self.kind = self.family.rstrip("0123456789")
        if self.kind in RENDERED:
            self.fold = self.kind
        else:
            self.fold, self.kind = self.family, "reference" if name.endswith("~0") else "look"
        nuclei = np.loadtxt(self.path + ".nuclei.csv", delimiter=",", skiprows=1, ndmin=2)
        self.xy, self.od, self.cells = nuclei[:, :2], nuclei[:, 2], nuclei[:, 3:]
        self.giant, self.score = np.full(len(self.xy), -1), None
        self.true_centres, self.true_nuclei, self.mononuclear = np.zeros((0, 2)), [], 0
        if os.path.exists(self.path + ".truth.json"):
            self.truth(json.load(open(self.path + ".truth.json")))

    def truth(self, truth):
        mpp, points, owners, centres = truth["mpp"], [], [], []
        for cell in truth["cells"]:
            giant = cell["kind"] == "multinucleated"
            owners += [len(centres) if giant else -1] * len(cell["nuclei"])
            points += [(x * mpp, y * mpp) for x, y in cell["nuclei"]]
            if giant:
                centres.append((cell["x"] * mpp, cell["y"] * mpp))
                self.true_nuclei.append(len(cell["nuclei"]))
        self.true_centres = np.array(centres).reshape(-1, 2)
        self.mononuclear = len(truth["cells"]) - len(centres)
        distance, nearest = cKDTree(np.array(points)).query(self.xy)
        self.giant = np.where(distance < NUCLEUS_UM, np.array(owners)[nearest], -1)

    def pairs(self):
        with open(self.path + ".pairs.csv") as lines:
            self.pair_names = next(csv.reader(lines))[2:]
        table = np.loadtxt(self.path + ".pairs.csv", delimiter=",", skiprows=1, ndmin=2)
        a, b = table[:, 0].astype(int), table[:, 1].astype(int)
        self.x, self.y = table[:, 2:], ((self.giant[a] >= 0) & (self.giant[a] == self.giant[b])).astype(float)
        self.w = np.full(len(a), PAIR_WEIGHTS[self.kind])
        return self

    def groups(self):
        """What a group is worth: the overlap of its nuclei with those of one true giant cell."""
        with open(self.path + ".groups.csv") as lines:
            rows = csv.reader(lines)
            self.group_names = next(rows)[4:]
            rows = list(rows)
        self.own = np.array([[float(v) for v in r[4:]] for r in rows]).reshape(-1, len(self.group_names))
        self.tree = [(int(r[0]), int(r[1]), int(r[2])) for r in rows]
        self.members = [np.array(r[3].split(";"), int) for r in rows]
        self.size = np.array([len(m) for m in self.members])
        sums = [self.cells[m].sum(0) for m in self.members]
        self.centres = np.array([s[1:] / s[0] for s in sums]).reshape(-1, 2)
        overlap, near = np.zeros(len(rows)), np.zeros(len(rows), bool)
        for i, m in enumerate(self.members):
            owners = self.giant[m][self.giant[m] >= 0]
            if len(owners):
                ids, counts = np.unique(owners, return_counts=True)
                best = ids[counts.argmax()]
                overlap[i] = counts.max() / (len(m) + (self.giant == best).sum() - counts.max())
                near[i] = np.hypot(*(self.centres[i] - self.true_centres[best])) < CELL_UM
        self.y = ((overlap >= LEAST_OVERLAP) & near).astype(float)
        unclear = (self.y == 0) & (overlap > 0.35)
        self.w = np.where(unclear, 0.3, 1.0) * GROUP_WEIGHTS[self.kind] * REAL.get(self.family, 1)
        return self

    def usual(self):
        """Median of all groups and the distance of their quartiles, as SlideGroups has them."""
        rows = np.sort(self.own, 0)
        return np.array([rows[len(rows) // 2], rows[3 * len(rows) // 4] - rows[len(rows) // 4]])

    def relate(self, usual):
        """Adds the features relative to the slide."""
        count = len(self.own)
        median, spread = usual if count == 0 else (count * self.usual() + USUAL_GROUPS * usual) / (count + USUAL_GROUPS)
        self.x = np.concatenate([self.own, (self.own - median) / spread], 1)
        self.usual_x = np.concatenate([self.own, (self.own - usual[0]) / usual[1]], 1)

    def chosen(self, score):
        """As GiantGrouping chooses: without overlap, of the highest sum of scores times nuclei."""
        index = {node: i for i, (node, _, _) in enumerate(self.tree)}
        inner = [[index[c] for c in t[1:] if c in index] for t in self.tree]
        own, best = np.maximum(0, score * self.size), np.zeros(len(score))
        for i in range(len(score)):
            best[i] = max(own[i], sum(best[c] for c in inner[i]))
        covered, chosen = set(), []
        for i in reversed(range(len(score))):
            if i not in covered and own[i] > 0 and own[i] >= best[i]:
                chosen.append(i)
                covered.add(i)
            if i in covered:
                covered.update(inner[i])
        return chosen

    def judged(self, score):
        chosen, near = self.chosen(score), []
        for i in chosen:
            for t, centre in enumerate(self.true_centres):
                near.append((np.hypot(*(self.centres[i] - centre)), i, t))
        found, true, off = set(), set(), []
        for distance, i, t in sorted(near):
            if distance < CELL_UM and i not in found and t not in true:
                found.add(i)
                true.add(t)
                off.append(abs(self.size[i] - self.true_nuclei[t]))
        return len(found), len(chosen) - len(found), len(self.true_nuclei) - len(found), off


def data(fields):
    return tuple(np.concatenate([getattr(f, part) for f in fields]) for part in "xyw")


def row(name, fields, judged):
    found, false, missed = (sum(j[k] for j in judged) for k in range(3))
    off = sum((j[3] for j in judged), [])
    f1 = 2 * found / max(1, 2 * found + false + missed)
    per_thousand = 1000 * false / max(1, sum(f.mononuclear for f in fields))
    error = np.mean(off) if off else float("nan")
    print(f"| {name} | {found + missed} | {f1:.2f} | {false} | {missed} | {error:.2f} | {per_thousand:.2f} |")


def left_out(job):
    """Learns from all fields but those of a fold."""
    what, folder, fold = job
    fields = read(what, folder)
    model = learned(what, [f for f in fields if f.fold != fold], fields)
    if what == "pairs":
        for f in fields:
            if f.fold == fold:
                write(model, f.pair_names, f.path + ".pairs.txt", "pairs, " + fold + " left out", "giants")
    if what == "groups":
        for f in fields:
            if f.fold == fold:
                np.savetxt(f.path + ".odds.txt", np.c_[model.predict(f.x), model.predict(f.usual_x)] if len(f.y) else np.zeros((0, 2)), "%.4f")
    return {f.name: model.predict(f.x) for f in fields if f.fold == fold}


def learned(what, some, fields):
    """Learns from some of the fields; what is usual is told by these, too, to all of them."""
    if what == "groups":
        usual = usual_of(some)
        for field in fields:
            field.relate(usual)
    return MAKE[what]().fit(*data(some))


FIELDS = {}
GROUP_TREES = dict(trees=400, depth=3, least=1.0, rows=0.6, force_col_wise=True)
MAKE = dict(pairs=lambda: Trees(120, 4, 3.0, force_col_wise=True), groups=lambda: Mean())


class Mean:
    """The mean of trees of several seeds, in the features as they are and relative ones, haematoxylin left out."""

    def __init__(self):
        self.parts = [Trees(**GROUP_TREES, seed=seed) for seed in SEEDS]

    def columns(self):
        names = next(iter(FIELDS.values())).group_names
        free = [i for i, name in enumerate(names) if name not in HEMATOXYLIN]
        return free + [len(names) + i for i in free]

    def fit(self, x, y, w):
        x = x[:, self.columns()]
        for part in self.parts:
            part.fit(x, y, w)
        return self

    def predict(self, x):
        x = x[:, self.columns()]
        return sum(part.predict(x) for part in self.parts) / len(self.parts)

    def lines(self, names, share):
        names = [names[i] for i in self.columns()]
        parts = [part.lines(names, share / len(self.parts)) for part in self.parts]
        return sum(base for base, _ in parts), sum((lines for _, lines in parts), [])


def read(what, folder):
    """Reads all fields, once per process."""
    if not FIELDS:
        names = sorted(os.path.basename(p)[:-11] for p in glob.glob(folder + "/*.nuclei.csv"))
        FIELDS.update({name: getattr(Field(folder, name), what)() for name in names})
    return list(FIELDS.values())


def usual_of(fields):
    """What slides are taken for of which little is seen: the mean of all on which enough is."""
    return np.maximum(np.mean([f.usual() for f in fields if len(f.own) >= 30], 0), [[-np.inf], [1e-3]])


def tell(fields, caution):
    print(f"with {caution} taken off the odds:")
    print("| left out | giant cells | F1 | false | missed | nuclei, error | false per 1,000 |")
    print("|---|---|---|---|---|---|---|")
    for f in fields:
        if f.kind == "reference":
            row(f.family, [f], [f.judged(f.score - caution)])
    for kind in ("reference", "look", *RENDERED):
        some = [f for f in fields if f.kind == kind and f.family not in REAL]
        row("all, " + kind, some, [f.judged(f.score - caution) for f in some])


def write_usual(fields, path):
    with open(path, "w") as out:
        out.write("# usual median of each feature of groups of nuclei, and the usual distance of its quartiles\n"
                  "# learned by src/accuracy/giants; what it is for is told in SlideGroups\n")
        for name, median, spread in zip(fields[0].group_names, *usual_of(fields)):
            out.write(f"{name} {median:.5g} {spread:.5g}\n")


def main():
    what, folder = sys.argv[1:3]
    fields = read(what, folder)
    with multiprocessing.Pool(int(os.environ.get("WORKERS", 2))) as pool:
        jobs = [(what, folder, fold) for fold in sorted({f.fold for f in fields})]
        for scores in pool.imap(left_out, jobs):
            for f in fields:
                f.score = scores.get(f.name, f.score)
    own = fields[0].pair_names if what == "pairs" else fields[0].group_names
    sheet = own if what == "pairs" else own + ["RELATIVE_" + name for name in own]
    model = learned(what, fields, fields)
    write(model, sheet, os.path.join(folder, what + ".txt"), what + " of nuclei of giant cells", "giants")
    if what == "groups":
        write_usual(fields, os.path.join(folder, "usual.txt"))
        for caution in (-0.5, 0):
            tell(fields, caution)


if __name__ == "__main__":
    main()
