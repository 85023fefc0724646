"""OpenSlide and vips on the same slide, one thread: others.py SLIDE (Debian: python3-openslide, libvips-tools)."""

import os
import subprocess
import sys
import time

import openslide

ROUNDS = 5
TILE = 256


def openslide_seconds(path):
    slide = openslide.OpenSlide(path)
    # Opened anew in each round: no tile comes out of its cache, for each is read once.
    width, height = slide.dimensions
    begun = time.perf_counter()
    for y in range(0, height, TILE):
        for x in range(0, width, TILE):
            slide.read_region((x, y), 0, (min(TILE, width - x), min(TILE, height - y)))
    return time.perf_counter() - begun


def vips_seconds(path):
    """The whole process, which also takes the mean: 'vips avg' reads every pixel."""
    begun = time.perf_counter()
    subprocess.run(
        ["vips", "avg", path],
        env={**os.environ, "VIPS_CONCURRENCY": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun


def main():
    path = sys.argv[1]
    width, height = openslide.OpenSlide(path).dimensions
    megapixels = width * height / 1e6
    for name, seconds in (("OpenSlide", openslide_seconds), ("vips", vips_seconds)):
        best = min(seconds(path) for _ in range(ROUNDS))
        print(f"{os.path.basename(path)}, {name}, 1 thread: {megapixels / best:.0f} MP/s")


main()
