"""Compares Ranklens' readers with OpenSlide and with the pixels a file was made from: see src/accuracy/readers."""

import itertools
import os
import random
import struct
import subprocess
import sys
import tempfile

import numpy
import openslide
from PIL import Image

REGIONS = 12
MOST_GREY_LEVELS = 2.0
TEMPORARY = tempfile.mkdtemp()


# Forms a slide is written in. Each takes the picture as PNG, and writes a TIFF.


def vips(*options):
    def write(picture, out):
        run("vips", "tiffsave", picture, out, *options)

    return write


def then(first, *command):
    """A form that another program makes of a form of vips."""

    def write(picture, out):
        first(picture, out + ".tmp.tif")
        run(*command, out + ".tmp.tif", out)
        os.remove(out + ".tmp.tif")

    return write


def changed(*operations):
    """vips' picture changed before it is saved, losslessly."""

    def write(picture, out):
        last = picture
        for i, operation in enumerate(operations):
            run("vips", operation[0], last, f"{out}.{i}.v", *operation[1:])
            last = f"{out}.{i}.v"
        run("vips", "tiffsave", last, out, "--tile", "--compression", "deflate")
        for i in range(len(operations)):
            os.remove(f"{out}.{i}.v")

    return write


WIDE = changed(("linear", "257", "0"), ("cast", "ushort"))


def tagged(first, tag, value):
    """A form with one more tag, or another value of it."""

    def write(picture, out):
        first(picture, out)
        run("tiffset", "-s", str(tag), str(value), out)

    return write


def renamed(first, names):
    """A little-endian form whose tags have other numbers, as some writers have them."""

    def write(picture, out):
        first(picture, out)
        with open(out, "rb") as file:
            data = bytearray(file.read())
        directory = struct.unpack_from("<I", data, 4)[0]
        for i in range(struct.unpack_from("<H", data, directory)[0]):
            at = directory + 2 + 12 * i
            tag = struct.unpack_from("<H", data, at)[0]
            struct.pack_into("<H", data, at, names.get(tag, tag))
        with open(out, "wb") as file:
            file.write(data)

    return write


def without_tables(*options):
    """JPEG streams without codes' tables, as those of films."""

    def encode(part):
        stream = cjpeg(*options)(part)
        while (at := stream.find(b"\xff\xc4")) >= 0:
            stream = stream[:at] + stream[at + 2 + struct.unpack_from(">H", stream, at + 2)[0] :]
        return stream

    return encode


def changed_to(operation, *options):
    """vips' picture changed, and saved with options."""

    def write(picture, out):
        run("vips", operation[0], picture, out + ".v", *operation[1:])
        run("vips", "tiffsave", out + ".v", out, *options)
        os.remove(out + ".v")

    return write


def of_palette(picture, out):
    Image.open(picture).convert("RGB").quantize(64).save(out)


def described(first, text):
    def write(picture, out):
        first(picture, out)
        run("tiffset", "-s", "270", text(picture), out)

    return write


def ome(picture):
    width, height = Image.open(picture).size
    return (
        '<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">'
        '<Image ID="Image:0"><Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="uint8" Interleaved="true"'
        f' SizeX="{width}" SizeY="{height}" SizeC="3" SizeZ="1" SizeT="1" PhysicalSizeX="0.25"'
        ' PhysicalSizeXUnit="um" PhysicalSizeY="0.25" PhysicalSizeYUnit="um"><Channel ID="Channel:0:0"'
        ' SamplesPerPixel="3"/><TiffData IFD="0" PlaneCount="1"/></Pixels></Image></OME>'
    )


def of_tiles(compression, photometric, encode, tile=256, crop=False, sampling=(1, 1), description=""):
    """A TIFF whose tiles another program makes, each a stream of its own."""

    def write(picture, out):
        pixels = numpy.array(Image.open(picture).convert("RGB"))
        height, width, _ = pixels.shape
        streams = []
        for y in range(0, height, tile):
            for x in range(0, width, tile):
                part = pixels[y : y + tile, x : x + tile]
                if not crop:
                    wide = ((0, tile - part.shape[0]), (0, tile - part.shape[1]), (0, 0))
                    part = numpy.pad(part, wide, mode="edge")
                streams.append(encode(part))
        tiff(out, width, height, tile, compression, photometric, streams, sampling, description)

    return write


def tiff(out, width, height, tile, compression, photometric, streams, sampling, description):
    data = b"".join(streams)
    counts = [len(stream) for stream in streams]
    offsets = [8 + sum(counts[:i]) for i in range(len(counts))]
    tags = [
        (256, [width]),
        (257, [height]),
        (258, [8, 8, 8]),
        (259, [compression]),
        (262, [photometric]),
        (277, [3]),
        (284, [1]),
        (322, [tile]),
        (323, [tile]),
        (324, offsets),
        (325, counts),
    ]
    if photometric == 6:
        tags.append((530, sampling))
    if description:
        tags.insert(5, (270, [*description.encode(), 0]))
    at = 8 + len(data)
    entries = b""
    values = b""
    for tag, numbers in tags:
        form, kind = {324: ("I", 4), 325: ("I", 4), 270: ("B", 2)}.get(tag, ("H", 3))
        packed = struct.pack(f"<{len(numbers)}{form}", *numbers)
        if len(packed) > 4:
            place = struct.pack("<I", at + len(values))
            values += packed + b"\0" * (len(packed) % 2)
        else:
            place = packed.ljust(4, b"\0")
        entries += struct.pack("<HHI", tag, kind, len(numbers)) + place
    head = struct.pack("<2sHI", b"II", 42, at + len(values))
    directory = struct.pack("<H", len(tags)) + entries + struct.pack("<I", 0)
    with open(out, "wb") as file:
        file.write(head + data + values + directory)


def cjpeg(*options):
    def encode(part):
        ppm = b"P6 %d %d 255\n" % (part.shape[1], part.shape[0]) + part.tobytes()
        return subprocess.run(["cjpeg", "-quality", "90", *options], input=ppm, stdout=subprocess.PIPE, check=True).stdout

    return encode


def jpeg_2000(ycc, subsampling):
    """A tile's codestream; in YCbCr, whose colours may have fewer pixels."""

    def encode(part):
        height, width, _ = part.shape
        planes = numpy.moveaxis(numpy.array(Image.fromarray(part).convert("YCbCr")) if ycc else part, 2, 0)
        small = [planes[0], *(plane[:: subsampling[1], :: subsampling[0]] for plane in planes[1:])]
        raw, out = f"{TEMPORARY}/tile.raw", f"{TEMPORARY}/tile.j2k"
        with open(raw, "wb") as file:
            file.write(b"".join(plane.tobytes() for plane in small))
        factors = ":".join(f"{a}x{b}" for a, b in [(1, 1), subsampling, subsampling])
        run("opj_compress", "-i", raw, "-o", out, "-F", f"{width},{height},3,8,u@{factors}", "-r", "8", "-mct", "0")
        with open(out, "rb") as file:
            return file.read()

    return encode


TILED = ("--tile", "--compression")
APERIO = "Aperio Image Library v12.0.0 \n%s;Aperio|AppMag = 20|MPP = 0.4990"


def jpeg(*options, photometric=6, sampling=(2, 2), crop=False):
    return of_tiles(7, photometric, cjpeg(*options), sampling=sampling, crop=crop)


FORMS = {
    "JPEG 4:2:0, pyramid": vips(*TILED, "jpeg", "--Q", "85", "--pyramid"),
    "JPEG RGB, pyramid": vips(*TILED, "jpeg", "--Q", "92", "--pyramid"),
    "JPEG 4:4:4": jpeg("-sample", "1x1", sampling=(1, 1)),
    "JPEG 4:2:2": jpeg("-sample", "2x1", sampling=(2, 1)),
    "JPEG 4:4:0": jpeg("-sample", "1x2", sampling=(1, 2)),
    "JPEG 4:1:1": jpeg("-sample", "4x1", sampling=(4, 1)),
    "JPEG 4:1:0": jpeg("-sample", "4x2", sampling=(4, 2)),
    "JPEG progressive": jpeg("-progressive"),
    "JPEG with restarts": jpeg("-restart", "1"),
    "JPEG optimised, own tables": jpeg("-optimize"),
    "JPEG RGB in own stream": jpeg("-rgb", photometric=2),
    "JPEG RGB, tagged YCbCr": jpeg("-rgb"),
    "JPEG YCbCr, tagged RGB": jpeg(photometric=2),
    "JPEG, tiles cut at the edges": jpeg(crop=True),
    "JPEG, tiles of 240": vips(*TILED, "jpeg", "--tile-width", "240", "--tile-height", "240"),
    "JPEG, tiles of 512 x 128": vips(*TILED, "jpeg", "--tile-width", "512", "--tile-height", "128"),
    "JPEG, strips": vips("--compression", "jpeg"),
    "JPEG, BigTIFF, pyramid": vips(*TILED, "jpeg", "--bigtiff", "--pyramid"),
    "JPEG, OME-TIFF, SubIFDs": described(vips(*TILED, "jpeg", "--pyramid", "--subifd"), ome),
    "JPEG, OME-TIFF, levels as IFDs": described(vips(*TILED, "jpeg", "--pyramid"), ome),
    "JPEG 2000 (33005), Aperio": of_tiles(33005, 2, jpeg_2000(False, (1, 1)), description=APERIO),
    "JPEG 2000 (33003), Aperio": of_tiles(33003, 2, jpeg_2000(True, (1, 1)), description=APERIO),
    "JPEG 2000 (33003), 4:2:2, Aperio": of_tiles(33003, 2, jpeg_2000(True, (2, 1)), description=APERIO),
    "JPEG 2000 (33003), 4:2:0": of_tiles(33003, 2, jpeg_2000(True, (2, 2))),
    "JPEG 2000 (34712)": of_tiles(34712, 2, jpeg_2000(False, (1, 1))),
    "JPEG 2000 by vips": vips(*TILED, "jp2k", "--Q", "90", "--pyramid"),
    "LZW, pyramid": vips(*TILED, "lzw", "--pyramid"),
    "LZW, differences": vips(*TILED, "lzw", "--predictor", "horizontal"),
    "deflate, pyramid": vips(*TILED, "deflate", "--pyramid"),
    "deflate, differences, strips": vips("--compression", "deflate", "--predictor", "horizontal"),
    "uncompressed, tiles": vips("--tile"),
    "uncompressed, strips": vips(),
    "PackBits": then(vips(), "tiffcp", "-c", "packbits", "-t"),
    "planes, LZW": then(vips(), "tiffcp", "-p", "separate", "-c", "lzw", "-t"),
    "planes, LZW, differences, big-endian": then(vips(), "tiffcp", "-B", "-p", "separate", "-c", "lzw:2", "-t"),
    "planes, uncompressed strips": then(vips(), "tiffcp", "-p", "separate", "-s"),
    "big-endian, deflate": then(vips(), "tiffcp", "-B", "-c", "zip:2", "-t"),
    "big-endian, JPEG": then(vips(*TILED, "jpeg"), "tiffcp", "-B", "-c", "jpeg:90", "-t"),
    "16 bits": WIDE,
    "16 bits, differences, big-endian": then(WIDE, "tiffcp", "-B", "-c", "zip:2", "-t"),
    "RGB and alpha": changed(("bandjoin_const", "128")),
    "RGB and alpha, planes": then(changed(("bandjoin_const", "128")), "tiffcp", "-p", "separate", "-c", "lzw", "-t"),
    "bits the other way round": then(vips(), "tiffcp", "-f", "lsb2msb", "-c", "lzw", "-t"),
    "grey, white is zero": tagged(changed(("extract_band", "1"), ("invert",)), 262, 0),
    "tiles listed by the tags of strips": renamed(vips(*TILED, "lzw"), {324: 273, 325: 279}),
    "JPEG, table numbers 0 and 1 in each tile": jpeg("-qslots", "0,1,1"),
    "JPEG, one table of steps for all": jpeg("-qslots", "0"),
    "grey": changed(("extract_band", "1")),
    "grey, 16 bits": changed(("extract_band", "1"), ("linear", "257", "0"), ("cast", "ushort")),
}


REFUSED = {
    "Zstandard": vips(*TILED, "zstd"),
    "WebP": vips(*TILED, "webp"),
    "JPEG, arithmetic-coded": jpeg("-arithmetic"),
    "JPEG without tables of codes": of_tiles(7, 6, without_tables()),
    "CMYK": changed(("colourspace", "cmyk")),
    "L*a*b*": changed(("colourspace", "lab"), ("cast", "char")),
    "one bit a pixel": changed_to(("extract_band", "1"), "--bitdepth", "1"),
    "palette": of_palette,
    "floating point": changed(("cast", "float")),
}


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Ranklens:
    """The Java side: one process for all files."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def ask(self, line):
        self.process.stdin.write((line + "\n").encode())
        self.process.stdin.flush()
        answer = self.process.stdout.readline().decode().rstrip("\n")
        if not answer.startswith("ok"):
            raise ValueError(answer)
        return answer.split()[1:]

    def open(self, reader, path):
        *sizes, self.microns, self.power, self.others = self.ask(f"open {reader} {path}")
        return [tuple(map(int, size.split("x"))) for size in sizes]

    def read(self, level, x, y, width, height):
        self.ask(f"read {level} {x} {y} {width} {height}")
        return numpy.frombuffer(self.process.stdout.read(3 * width * height), numpy.uint8).reshape(height, width, 3)


def on_white(rgba):
    picture = numpy.array(rgba, dtype=numpy.float64)
    alpha = picture[..., 3:] / 255
    return numpy.rint(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(numpy.uint8)


def by_openslide(path):
    """Its levels, whole: read from the corner, so that no region falls between two pixels."""
    slide = openslide.OpenSlide(path)
    told = [slide.properties.get(f"openslide.bounds-{name}") for name in ("x", "y", "width", "height")]
    if told[0] is None:
        return [on_white(slide.read_region((0, 0), i, size)) for i, size in enumerate(slide.level_dimensions)]
    x, y, width, height = map(int, told)
    return [on_white(slide.read_region((x, y), i, (int(width / d), int(height / d)))) for i, d in enumerate(slide.level_downsamples)]


def difference(one, other):
    return numpy.abs(one.astype(numpy.int16) - other).mean(axis=(0, 1)).max()


def moved(expected, actual):
    """What would fit better than the picture as it is: a shift by a pixel, other channels."""
    here = difference(expected, actual)
    if here <= 0.02:
        return ""
    for dx, dy in itertools.product((-1, 0, 1), repeat=2):
        inner = expected[1 + dy : expected.shape[0] - 1 + dy, 1 + dx : expected.shape[1] - 1 + dx]
        if difference(inner, actual[1:-1, 1:-1]) < 0.98 * here - 0.02:
            return f"shifted by {dx}, {dy}"
    for order in itertools.permutations(range(3)):
        if difference(expected, actual[..., order]) < 0.98 * here - 0.02:
            return f"channels {order}"
    return ""


def by_vips(path, levels):
    """Levels by libtiff and libopenjp2, as vips has them."""
    pages = []
    for i in range(levels):
        part = f"subifd={i - 1}" if "SubIFDs" in path and i > 0 else f"page={i}"
        out = f"{TEMPORARY}/page.png"
        run("vips", "copy", f"{path}[{part}]" if i > 0 else path, out)
        page = Image.open(out)
        pages.append(on_white(page.convert("RGBA")))
    return pages


def compare(expected, ranklens, reader, path, seed):
    """The worst difference of any region at any level, in grey levels, and what is wrong."""
    sizes = ranklens.open(reader, path)
    worst = 0.0
    wrong = ""
    chance = random.Random(seed)
    for level, (size, whole) in enumerate(zip(sizes, expected)):
        height, width, _ = whole.shape
        if size != (width, height):
            return worst, f"level {level} is {size[0]} x {size[1]}"
        regions = [(0, 0, width, height), (width - 1, height - 1, 1, 1)]
        for _ in range(REGIONS):
            x, y = chance.randrange(width), chance.randrange(height)
            regions.append((x, y, chance.randint(1, min(300, width - x)), chance.randint(1, min(300, height - y))))
        for x, y, wide, high in regions:
            part = whole[y : y + high, x : x + wide]
            read = ranklens.read(level, x, y, wide, high)
            if wide * high >= 1000:
                worst = max(worst, difference(part, read))
            if (x, y) == (0, 0) and wide > 2:
                wrong = wrong or moved(part, read)
    return worst, wrong


def cell(compared):
    """A difference as text, and whether it is within what two decoders may differ by."""
    try:
        worst, wrong = compared()
    except (ValueError, openslide.OpenSlideError, subprocess.CalledProcessError) as e:
        return f"- ({short(e)})", True
    bad = bool(wrong) or worst > MOST_GREY_LEVELS
    return f"{worst:.2f}" + (f" ({wrong})" if wrong else ""), not bad


def short(error):
    if isinstance(error, openslide.OpenSlideUnsupportedFormatError):
        return "does not read it"
    if isinstance(error, subprocess.CalledProcessError):
        return "does not read it"
    said = str(error).removeprefix("refused ").split(": ", 1)[-1]
    if "which Bio-Formats does not read" in said:
        return "does not read it"
    return said.split(": it is damaged")[0][:90]


def sound(pages, reference):
    """OpenSlide's levels up to the first that libtiff's own reading differs from."""
    for i, (page, other) in enumerate(zip(pages, reference)):
        if page.shape != other.shape or difference(page, other) > MOST_GREY_LEVELS:
            return pages[:i], f"; level {i}: OpenSlide differs from vips"
    return pages, ""


def against_openslide(ranklens, path, reference):
    pages, note = sound(by_openslide(path), reference) if reference else (by_openslide(path), "")
    if not pages:
        return "differs from vips", True
    text, good = cell(lambda: compare(pages, ranklens, "TIFF", path, 1))
    return text + note, good


def main():
    source, folder, *command = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    ranklens = Ranklens(command)
    full = by_openslide(source)[0]
    # Odd in both directions, and no whole number of any tiles.
    full = full[: min(801, full.shape[0]), : min(1001, full.shape[1])]
    full = full[: full.shape[0] - (full.shape[0] + 1) % 2, : full.shape[1] - (full.shape[1] + 1) % 2]
    picture = os.path.join(folder, "picture.png")
    Image.fromarray(full).save(picture)
    print(f"{os.path.basename(source)}, {full.shape[1]} x {full.shape[0]} pixels: largest mean difference, grey levels\n")
    print("| form | levels | OpenSlide | vips | the source | Bio-Formats |\n|---|---|---|---|---|---|")
    good = True
    wanted = os.environ.get("FORMS", "").split("|")
    for title, write in FORMS.items():
        if any(part in title for part in wanted):
            row, fits = of_form(title, write, folder, picture, full, ranklens)
            print(f"| {title} | {' | '.join(row)} |", flush=True)
            good = good and fits
    print("\n| not read | what is said |\n|---|---|")
    for title, write in REFUSED.items():
        if any(part in title for part in wanted):
            sentence = refusal(title, write, folder, picture, ranklens)
            print(f"| {title} | {sentence} |", flush=True)
            good = good and sentence != "read"
    if os.environ.get("SCANNERS"):
        good = scanners(ranklens, folder, picture, wanted) and good
    print(f"\nall within {MOST_GREY_LEVELS}" if good else "\nsome differ")
    sys.exit(0 if good else 1)


def scanners(ranklens, folder, picture, wanted):
    """The files of scanners: by whoever reads them, beside OpenSlide, and by Bio-Formats beside the embedded reader."""
    from scanners import SCANNERS

    print("\n| file | levels | OpenSlide | the source | Bio-Formats and embedded | um: OpenSlide | objective: OpenSlide | not analysed |")
    print("|---|---|---|---|---|---|---|---|")
    good = True
    for title, (extension, write) in SCANNERS.items():
        if any(part in title for part in wanted):
            path = os.path.join(folder, "".join(c if c.isalnum() else "-" for c in title) + extension)
            truth = write(picture, path)
            if os.path.isdir(path):
                path = max(os.scandir(path), key=lambda file: file.stat().st_size).path
            row, fits = of_scanner(truth, path, ranklens)
            print(f"| {title} | {' | '.join(row)} |", flush=True)
            good = good and fits
    return good


def of_scanner(truth, path, ranklens):
    try:
        sizes = ranklens.open("AUTO", path)
    except ValueError as e:
        return ["0", short(e), *[""] * 5], False
    told = [ranklens.microns, ranklens.power, ranklens.others]
    try:
        pages, properties = by_openslide(path), openslide.OpenSlide(path).properties
        if path.endswith(".mrxs"):
            # In smaller levels it moves photographs by parts of a pixel, and so blurs them.
            pages = pages[:1]
        beside = cell(lambda: compare(pages, ranklens, "AUTO", path, 5))
        names = [("openslide.mpp-x", "openslide.mpp-y"), ("openslide.objective-power",)]
        told = [f"{t}: {' x '.join(properties.get(n, 'unknown')[:8] for n in name)}" for t, name in zip(told, names)] + told[2:]
    except openslide.OpenSlideError as e:
        beside = (short(e), True)
    source = cell(lambda: compare(truth, ranklens, "AUTO", path, 6)) if truth else ("", True)
    try:
        embedded = [ranklens.read(i, 0, 0, *size) for i, size in enumerate(ranklens.open("TIFF", path))]
        both = cell(lambda: compare(embedded, ranklens, "BIOFORMATS", path, 7))
    except ValueError:
        both = ("", True)
    return [str(len(sizes)), beside[0], source[0], both[0], *told], beside[1] and source[1] and both[1]


def refusal(title, write, folder, picture, ranklens):
    path = os.path.join(folder, "no-" + "".join(c if c.isalnum() else "-" for c in title) + ".tif")
    write(picture, path)
    try:
        ranklens.open("TIFF", path)
        ranklens.read(0, 0, 0, 64, 64)
        return "read"
    except ValueError as e:
        return str(e).split(": ", 1)[-1].split(";")[0].rstrip(".")


def of_form(title, write, folder, picture, full, ranklens):
    name = "".join(c if c.isalnum() else "-" for c in title)
    path = os.path.join(folder, name + (".ome.tif" if "OME" in title else ".tif"))
    if not os.path.exists(path):
        write(picture, path)
    try:
        sizes = ranklens.open("TIFF", path)
    except ValueError as e:
        return ["0", f"refused: {short(e)}", "", "", ""], False
    try:
        # How vips makes 8 bits of 16 is its own: not compared.
        reference = [] if "16 bits" in title else by_vips(path, len(sizes))
    except (subprocess.CalledProcessError, OSError):
        reference = []
    try:
        openslides = against_openslide(ranklens, path, reference)
    except openslide.OpenSlideError as e:
        openslides = ("does not read it", True)
    vips_cell = cell(lambda: compare(reference, ranklens, "TIFF", path, 2)) if reference else ("-", True)
    lossless = title.startswith(("LZW", "deflate", "unc", "Pack", "planes", "16", "big-endian, d", "grey", "bits", "tiles"))
    truth = full[..., 1:2].repeat(3, axis=2) if "grey" in title else full
    source = cell(lambda: compare([truth], ranklens, "TIFF", path, 3)) if lossless else ("", True)
    embedded = [ranklens.read(i, 0, 0, *size) for i, size in enumerate(sizes)]
    other = cell(lambda: compare(embedded, ranklens, "BIOFORMATS", path, 4))
    cells = [openslides, vips_cell, source, other]
    exact = not lossless or source[0] == "0.00"
    return [str(len(sizes)), *(text for text, _ in cells)], exact and all(ok for _, ok in cells)


main()
