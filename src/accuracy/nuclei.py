#!/usr/bin/python3
"""Learns what is a nucleus where the marker stains nuclei from the tables that MarkedFields writes.

usage: nuclei.py FOLDER POINTS_DIR   (POINTS_DIR/FIELD.json: points people set, label_id 1 positive, 2 negative)

A field is judged by a score that saw neither it nor another look of it. Needs numpy, scipy and LightGBM.
"""
import csv, glob, json, os, sys
import numpy as np
from scipy.spatial import cKDTree
from learning import Both, write

RADIUS_PX, POSITIVE_OD = 15, 0.2
LEAST_ODDS = -0.5   # log odds from which a shape is a nucleus: between 0 and -0.8 it decides precision against recall
LOOK_WEIGHT = 0.5


def matches(a, b):
    """Greedy one-to-one matches by distance, as the scoring script has them."""
    if not len(a) or not len(b):
        return {}
    d = cKDTree(a).sparse_distance_matrix(cKDTree(b), RADIUS_PX, output_type="coo_matrix")
    found, taken = {}, set()
    for k in np.argsort(d.data):
        i, j = int(d.row[k]), int(d.col[k])
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


class Field:
    def __init__(self, path, points):
        self.name, self.look = os.path.basename(path)[:-4].split("~")
        with open(path) as table:
            rows = list(csv.reader(table))
        self.names = rows[0][2:]
        values = np.array(rows[1:], float)
        self.at, self.x = values[:, :2], values[:, 2:]
        marks = json.load(open(os.path.join(points, self.name + ".json")))
        self.marks = np.array([[m["x"], m["y"]] for m in marks])
        self.positive = np.array([m["label_id"] == 1 for m in marks])
        self.y = np.zeros(len(self.x))
        self.y[list(matches(self.at, self.marks))] = 1
        self.w = np.full(len(self.y), 1.0 if self.look == "0" else LOOK_WEIGHT)

    def judged(self, kept):
        """Found, true and matched, positive then negative."""
        brown = self.x[:, self.names.index("DAB")] >= POSITIVE_OD
        out = []
        for seen, true in ((brown, self.positive), (~brown, ~self.positive)):
            a, b = self.at[kept & seen], self.marks[true]
            out.append((len(a), len(b), len(matches(a, b))))
        return np.array(out)


def learned(fields):
    stack = lambda part: np.concatenate([getattr(f, part) for f in fields])
    return Both().fit(stack("x"), stack("y"), stack("w"))


def main():
    folder, points = sys.argv[1:3]
    fields = [Field(p, points) for p in sorted(glob.glob(folder + "/*~*.csv"))]
    print("| left out | F1 positive | F1 negative | positive index | true |")
    print("|---|---|---|---|---|")
    sums, index = [], []
    for f in fields:
        if f.look != "0":
            continue
        model = learned([g for g in fields if g.name != f.name])
        n = f.judged(model.predict(f.x) >= LEAST_ODDS)
        sums.append(n)
        index.append((100 * n[0, 0] / n[:, 0].sum(), 100 * n[0, 1] / n[:, 1].sum()))
        f1 = 2 * n[:, 2] / (n[:, 0] + n[:, 1])
        print(f"| {f.name} | {f1[0]:.2f} | {f1[1]:.2f} | {index[-1][0]:.1f} | {index[-1][1]:.1f} |")
    n, index = sum(sums), np.array(index)
    f1 = 2 * n[:, 2] / (n[:, 0] + n[:, 1])
    off = index[:, 0] - index[:, 1]
    print(f"| all | {f1[0]:.3f} | {f1[1]:.3f} | error {abs(off).mean():.1f}, bias {off.mean():.1f}, "
          f"r {np.corrcoef(index.T)[0, 1]:.3f} | |")
    write(learned(fields), fields[0].names, os.path.join(folder, "marked-nuclei.txt"),
          "what is a nucleus where the marker stains nuclei", "nuclei", LEAST_ODDS)


main()
