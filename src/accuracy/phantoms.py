#!/usr/bin/python3
"""Tells what the scoring script says of the fields that Phantoms wrote, averaged over seeds.

usage: phantoms.py FOLDER SCORE_SCRIPT
"""
import csv, glob, json, os, subprocess, sys
import numpy as np


NONE = {"giant_nuclei_mae": 99, "h_err_multinucleated": 300}   # what the script says where no giant cell is found


def leave_out_empty(path):
    """The script takes no population without a cell."""
    with open(path, newline="") as lines:
        rows = list(csv.DictReader(lines))
    with open(path, "w", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(row for row in rows if row["h_score"])


def main():
    folder, script = sys.argv[1:3]
    looks = {}
    for path in sorted(glob.glob(folder + "/*~*"), key=os.path.getmtime):
        leave_out_empty(path + "/ihc.csv")
        told = subprocess.run([sys.executable, script, path, path + "/truth.json"], capture_output=True, text=True, check=True)
        looks.setdefault(os.path.basename(path).split("~")[0], []).append(json.loads(told.stdout))
    print("| look | fields | mononuclear F1 | giant F1 | nuclei per giant cell, error | OD error | class agreement | H error all, mean (worst) / giant |")
    print("|---|---|---|---|---|---|---|---|")
    for look, rows in looks.items():
        of = lambda key: np.array([row[key] for row in rows if row[key] != NONE.get(key)] or [np.nan])
        print(f"| {look} | {len(rows)} | {of('mono_f1').mean():.3f} | {of('giant_f1').mean():.2f} "
              f"| {of('giant_nuclei_mae').mean():.2f} | {of('od_mae').mean():.3f} | {of('class_accuracy').mean():.3f} "
              f"| {of('h_err_all').mean():.1f} ({of('h_err_all').max():.1f}) / {of('h_err_multinucleated').mean():.1f} |")


main()
