#!/usr/bin/env python3
"""How far the cytoplasm's area is off: areas.py RESULTS_DIR TRUTH.json

A line per population and class of the truth: matched cells, median relative error, median size of it. Cells are matched to the
nearest within 4 um (mononuclear) or 12 um (multinucleated)."""
import csv
import json
import sys

import numpy
from scipy.spatial import cKDTree

results, truth_file = sys.argv[1:3]
with open(truth_file) as file:
    truth = json.load(file)
with open(results + "/cells.csv") as file:
    cells = list(csv.DictReader(file))
for population, reach_um in (("mononuclear", 4), ("multinucleated", 12)):
    found = [row for row in cells if row["population"] == population and row["cytoplasm_area_um2"]]
    if not found:
        continue
    tree = cKDTree([(float(row["x_um"]), float(row["y_um"])) for row in found])
    for intensity_class in range(4):
        errors = []
        for cell in truth["cells"]:
            if (cell["kind"], cell["class"]) == (population, intensity_class) and cell["cytoplasm_area_um2"]:
                away, index = tree.query((cell["x"] * truth["mpp"], cell["y"] * truth["mpp"]))
                if away <= reach_um:
                    errors.append(float(found[index]["cytoplasm_area_um2"]) / cell["cytoplasm_area_um2"] - 1)
        if errors:
            print(f"  area {population} class {intensity_class}: n {len(errors)}, median {numpy.median(errors):+.2f}, size {numpy.median(numpy.abs(errors)):.2f}")
