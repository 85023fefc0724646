#!/usr/bin/env python3
"""Whole processes, a PET folder to suv.csv, against reading the bytes and against pydicom.

usage: reading.py FOLDER [RUNS]     (needs pydicom and numpy; run from the project's root, built)

Runs the three in turn, RUNS times (default 7), and prints the median wall and CPU seconds of each
and the ratios. JVM start, Python start and imports are included.
"""
import os, resource, statistics, subprocess, sys, tempfile, time

folder = sys.argv[1]
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
out = tempfile.mkdtemp()

PYDICOM = """
import os, sys, numpy, pydicom
slices = []
for root, _, names in os.walk(sys.argv[1]):
    for name in names:
        d = pydicom.dcmread(os.path.join(root, name))
        if d.get("Modality") == "PT":
            slices.append((d.ImagePositionPatient[2], d.pixel_array * float(d.RescaleSlope)))
slices.sort(key=lambda s: s[0])
print(numpy.stack([s[1] for s in slices]).max())
"""
BYTES = """
import os, sys
print(sum(len(open(os.path.join(r, n), "rb").read()) for r, _, ns in os.walk(sys.argv[1]) for n in ns))
"""
COMMANDS = {
    "bytes": [sys.executable, "-c", BYTES, folder],
    "pydicom": [sys.executable, "-c", PYDICOM, folder],
    "ranklens": os.environ.get("RANKLENS", "./ranklens").split() + ["suv", folder, "--quiet", "--out", out],
}


def run(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


times = {name: [] for name in COMMANDS}
for _ in range(runs + 1):
    for name, command in COMMANDS.items():
        times[name].append(run(command))
medians = {}
for name, measured in times.items():
    wall, cpu = (statistics.median(column) for column in zip(*measured[1:]))
    medians[name] = wall, cpu
    print(f"{name:10s} wall {wall:6.2f} s   cpu {cpu:6.2f} s")
for other in ("bytes", "pydicom"):
    print(f"ranklens / {other}: wall {medians['ranklens'][0] / medians[other][0]:.2f}, cpu {medians['ranklens'][1] / medians[other][1]:.2f}")
