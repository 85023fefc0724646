#!/usr/bin/env python3
"""Writes a slide of any size that takes little disk: the same compressed tiles over and over.

usage: repeat.py SQUARE.tif WIDTH HEIGHT OUT.tif [EVERY]

SQUARE.tif is a pyramid of JPEG tiles whose edge is the tile's times a power of two, so that every level is whole
tiles. The slide is a chessboard of such squares: one of EVERY squares (1 for all) is SQUARE, the others are left out,
which is how scanners write glass. The tiles' bytes stand in the file once; all offsets point to them.
"""
import struct
import sys

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 12: 8, 13: 4, 16: 8}
WIDTH, HEIGHT, TILE_WIDTH, OFFSETS, COUNTS = 256, 257, 322, 324, 325
COPIED = {258, 259, 262, 277, 284, 322, 323, 339, 347, 530}


def directories(data):
    """Yields the tags of each directory as {tag: (type, count, bytes)}."""
    assert data[:2] == b"II", "a little-endian TIFF is wanted"
    big = struct.unpack_from("<H", data, 2)[0] == 43
    at = struct.unpack_from("<Q", data, 8)[0] if big else struct.unpack_from("<I", data, 4)[0]
    while at:
        count = struct.unpack_from("<Q" if big else "<H", data, at)[0]
        at += 8 if big else 2
        tags = {}
        for _ in range(count):
            tag, kind = struct.unpack_from("<HH", data, at)
            number = struct.unpack_from("<Q" if big else "<I", data, at + 4)[0]
            room = 8 if big else 4
            value = at + 4 + room
            length = number * SIZES.get(kind, 1)
            if length > room:
                value = struct.unpack_from("<Q" if big else "<I", data, value)[0]
            tags[tag] = (kind, number, data[value : value + length])
            at += 20 if big else 12
        yield tags
        at = struct.unpack_from("<Q" if big else "<I", data, at)[0]


def numbers(tag):
    kind, count, raw = tag
    return struct.unpack("<%d%s" % (count, {3: "H", 4: "I", 16: "Q"}[kind]), raw)


def main():
    square, width, height, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    every = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    data = open(square, "rb").read()
    levels = list(directories(data))
    edge = numbers(levels[0][WIDTH])[0]
    with open(out, "wb") as to:
        to.write(struct.pack("<2sHHHQ", b"II", 43, 8, 0, 0))
        link = 8
        for level, tags in enumerate(levels):
            tile = numbers(tags[TILE_WIDTH])[0]
            own = numbers(tags[WIDTH])[0]
            if own % tile or edge % own:
                break
            scale = edge // own
            places = []
            for offset, count in zip(numbers(tags[OFFSETS]), numbers(tags[COUNTS])):
                places.append((to.tell(), count))
                to.write(data[offset : offset + count])
            wide, high = max(1, width // scale), max(1, height // scale)
            side = own // tile
            offsets, counts = [], []
            for y in range((high + tile - 1) // tile):
                for x in range((wide + tile - 1) // tile):
                    here = (x // side + 2 * (y // side)) % every == 0
                    place = places[y % side * side + x % side] if here else (0, 0)
                    offsets.append(place[0])
                    counts.append(place[1])
            entries = {t: v for t, v in tags.items() if t in COPIED}
            entries[WIDTH] = (4, 1, struct.pack("<I", wide))
            entries[HEIGHT] = (4, 1, struct.pack("<I", high))
            entries[OFFSETS] = (16, len(offsets), struct.pack("<%dQ" % len(offsets), *offsets))
            entries[COUNTS] = (4, len(counts), struct.pack("<%dI" % len(counts), *counts))
            if level:
                entries[254] = (4, 1, struct.pack("<I", 1))
            link = write(to, entries, link)


def write(to, entries, link):
    """Writes a directory, links it to the one before, returns where its own link stands."""
    where = {}
    for tag, (_, _, raw) in entries.items():
        if len(raw) > 8:
            where[tag] = to.tell()
            to.write(raw)
    at = to.tell()
    to.write(struct.pack("<Q", len(entries)))
    for tag in sorted(entries):
        kind, count, raw = entries[tag]
        to.write(struct.pack("<HHQ", tag, kind, count))
        to.write(struct.pack("<Q", where[tag]) if tag in where else raw.ljust(8, b"\0"))
    end = to.tell()
    to.write(struct.pack("<Q", 0))
    to.seek(link)
    to.write(struct.pack("<Q", at))
    to.seek(0, 2)
    return end


main()
