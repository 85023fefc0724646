"""Files as scanners write them, each made from a picture: see src/accuracy/readers.

A form takes the picture as PNG and a path, and returns the pixels of its levels where nothing is lost.
"""

import io
import os
import shutil
import struct
import subprocess
import zlib

import numpy
import openslide
from PIL import Image

try:
    import tifffile
    from pylibCZIrw import czi
    from wsidicomizer import WsiDicomizer
except ImportError as absent:
    raise SystemExit(f"{absent}: see src/accuracy/readers for what PYTHON must have")

KINDS = {"B": 1, "s": 2, "H": 3, "I": 4, "f": 11, "i": 9, "Q": 16, "R": 5}


def tiff(out, pictures, big=False, ndpi=False, gap=0):
    """A little-endian TIFF. Each picture is its streams and its tags: number, kind (of struct), values.

    A NDPI has links of eight bytes, and the upper halves of its values behind each directory.
    """
    offset, entry, room = ("<Q", "<HHQ", 8) if big else ("<I", "<HHI", 4)
    with open(out, "wb") as file:
        file.write(struct.pack("<2sHHHQ" if big else "<2sHI", b"II", *((43, 8, 0, 0) if big else (42, 0))))
        if ndpi:
            file.write(bytes(4))
            file.seek(gap, os.SEEK_CUR)
        link = 8 if big else 4
        for streams, tags in pictures:
            starts = []
            for stream in streams:
                starts.append(file.tell())
                file.write(stream)
            tiled = 322 in tags
            tags = tags | {
                324 if tiled else 273: ("I", starts),
                325 if tiled else 279: ("I", [len(stream) for stream in streams]),
            }
            entries = uppers = b""
            for tag, (kind, values) in sorted(tags.items()):
                upper = 0
                if ndpi and tag in (273, 324):
                    upper = values[0] >> 32
                    values = [start & 0xFFFFFFFF for start in values]
                if kind == "s":
                    packed = values.encode() + b"\0"
                    count = len(packed)
                elif kind == "R":
                    packed = struct.pack(f"<{2 * len(values)}I", *(n for value in values for n in (round(value * 10_000), 10_000)))
                    count = len(values)
                else:
                    packed = struct.pack(f"<{len(values)}{kind}", *values)
                    count = len(values)
                if len(packed) > room:
                    at = file.tell()
                    file.write(packed + bytes(len(packed) % 2))
                    packed = struct.pack(offset, at & 0xFFFFFFFF if ndpi else at)
                    upper = at >> 32
                uppers += struct.pack("<I", upper)
                entries += struct.pack(entry, tag, KINDS[kind], count) + packed.ljust(room, b"\0")
            directory = file.tell()
            file.write(struct.pack("<Q" if big else "<H", len(tags)) + entries)
            after = file.tell()
            wide = "<Q" if ndpi else offset
            file.write(struct.pack(wide, 0) + (uppers if ndpi else b""))
            file.seek(link)
            file.write(struct.pack(wide, directory))
            link = after
            file.seek(0, os.SEEK_END)


def cjpeg(pixels, *options):
    ppm = b"P6 %d %d 255\n" % (pixels.shape[1], pixels.shape[0]) + pixels.tobytes()
    return subprocess.run(["cjpeg", "-quality", "90", *options], input=ppm, stdout=subprocess.PIPE, check=True).stdout


def pixels_of(picture):
    return numpy.array(Image.open(picture).convert("RGB"))


def halved(pixels, times):
    picture = Image.fromarray(pixels)
    size = [max(1, length >> times) for length in picture.size]
    return numpy.array(picture.resize(size, Image.BOX))


def macro():
    """A picture that nobody may take for tissue: green, with a frame."""
    pixels = numpy.full((400, 900, 3), (0, 255, 0), numpy.uint8)
    pixels[20:-20, 20:-20] = (0, 128, 0)
    return pixels


def tags_of(pixels, **more):
    height, width, _ = pixels.shape
    named = {
        254: ("I", [0]),
        256: ("I", [width]),
        257: ("I", [height]),
        258: ("H", [8, 8, 8]),
        259: ("H", [7]),
        262: ("H", [6]),
        277: ("H", [3]),
        284: ("H", [1]),
        530: ("H", [2, 2]),
    }
    return named | {int(tag[1:]): value for tag, value in more.items()}


def centimetre(pixels):
    return {"t282": ("R", [pixels]), "t283": ("R", [pixels]), "t296": ("H", [3])}


def one_strip(pixels, *options, **tags):
    return [cjpeg(pixels, *options)], tags_of(pixels, t278=("I", [pixels.shape[0]]), **tags)


def tiled(pixels, tile, **tags):
    height, width, _ = pixels.shape
    streams = []
    for y in range(0, height, tile):
        for x in range(0, width, tile):
            part = pixels[y : y + tile, x : x + tile]
            padding = ((0, tile - part.shape[0]), (0, tile - part.shape[1]), (0, 0))
            streams.append(cjpeg(numpy.pad(part, padding, mode="edge")))
    return streams, tags_of(pixels, t322=("I", [tile]), t323=("I", [tile]), **tags)


def ndpi(times=1, restarts=True, gap=0):
    """Hamamatsu: one JPEG stream a level, cut by restart markers; the macro and a map behind."""

    def write(picture, out):
        full = pixels_of(picture)
        full = numpy.tile(full[: full.shape[0] // 128 * 128, : full.shape[1] // 128 * 128], (times, times, 1))
        pictures = []
        for level in range(3):
            pixels = halved(full, level) if level else full
            cut = ["-sample", "2x1", "-restart", "1"] if restarts else []
            pictures.append(hamamatsu(pixels, 20 / 2**level, 22_222 / 2**level, *cut))
        pictures.append(hamamatsu(macro(), -1, 500))
        grey = macro()[::4, ::4, 1]
        tags = tags_of(grey[..., None]) | {258: ("H", [8]), 259: ("H", [1]), 262: ("H", [1]), 277: ("H", [1])}
        del tags[530]
        pictures.append(([grey.tobytes()], tags | {65420: ("I", [1]), 65421: ("f", [-2.0])}))
        tiff(out, pictures, ndpi=True, gap=gap)

    return write


def hamamatsu(pixels, lens, per_centimetre, *options):
    streams, tags = one_strip(
        pixels,
        *options,
        t271=("s", "Hamamatsu"),
        t272=("s", "C10730-12"),
        **centimetre(per_centimetre),
        t65420=("I", [1]),
        t65421=("f", [float(lens)]),
        t65422=("i", [0]),
        t65423=("i", [0]),
        t65424=("i", [0]),
        t65427=("s", "SCANNER-1"),
        t65449=("s", "NDP.S/N=1"),
    )
    stream = numpy.frombuffer(streams[0], numpy.uint8)
    restarts = numpy.flatnonzero((stream[:-1] == 0xFF) & (stream[1:] & 0xF8 == 0xD0))
    scan = streams[0].find(b"\xff\xda")
    starts = [scan + 2 + struct.unpack_from(">H", streams[0], scan + 2)[0], *(restarts + 2)]
    return streams, tags | ({65426: ("I", starts)} if len(starts) > 1 else {})


def scn(areas=1):
    """Leica: a BigTIFF whose XML says which directory is what of which picture."""

    def write(picture, out):
        full = pixels_of(picture)
        pictures = [macro(), halved(macro(), 1)]
        nanometres = 500
        width, height = full.shape[1] * nanometres, full.shape[0] * nanometres
        across, down = 26_000_000, 76_000_000
        images = leica("macro", pictures, 0, (0, 0, across, down), "1.25")
        for area in range(areas):
            first = len(pictures)
            one = full if area == 0 else full[: full.shape[0] // 2]
            pictures += [one, halved(one, 1), halved(one, 2)]
            view = (3_000_000, 5_000_000 + 2 * area * height, width, one.shape[0] * nanometres)
            images += leica("tissue", pictures, first, view, "20")
        xml = (
            '<?xml version="1.0"?><scn xmlns="http://www.leica-microsystems.com/scn/2010/10/01" uuid="urn:uuid:1">'
            f'<collection name="a" uuid="urn:uuid:2" sizeX="{across}" sizeY="{down}"><barcode>QQ==</barcode>{images}</collection></scn>'
        )
        tiff(out, [tiled(pixels, 256, **({"t270": ("s", xml)} if i == 0 else {}), **centimetre(20_000)) for i, pixels in enumerate(pictures)], big=True)

    return write


def leica(name, pictures, first, view, objective):
    sizes = [(first + i, pixels.shape[1], pixels.shape[0]) for i, pixels in enumerate(pictures[first:])]
    x, y, across, down = view
    return (
        f'<image name="{name}" uuid="urn:uuid:{first + 3}"><creationDate>2020-01-01T10:00:00Z</creationDate>'
        '<device model="Leica SCN400" version="1"/>'
        f'<pixels sizeX="{sizes[0][1]}" sizeY="{sizes[0][2]}">'
        + "".join(f'<dimension sizeX="{w}" sizeY="{h}" r="{i}" ifd="{ifd}"/>' for i, (ifd, w, h) in enumerate(sizes))
        + f'</pixels><view sizeX="{across}" sizeY="{down}" offsetX="{x}" offsetY="{y}" spacingZ="0"/>'
        f"<scanSettings><objectiveSettings><objective>{objective}</objective></objectiveSettings><illuminationSettings>"
        "<numericalAperture>0.4</numericalAperture><illuminationSource>brightfield</illuminationSource>"
        "</illuminationSettings></scanSettings></image>"
    )


TILE = 256


def bif(overlap_x, overlap_y, uneven=0, levels=2, power=20, microns=0.465, directions=("RIGHT", "UP"), areas=1, apart=640, planes=1, measured=None):
    """Ventana: tiles of level 0 that overlap by what its XML lists, numbered from below, to and fro.

    measured gives the error and the confidence of each joint by its number. What OpenSlide does not read is written a
    second time in the way that it does, and its pixels there are returned.
    """

    def write(picture, out):
        full = pixels_of(picture)
        step = (TILE - overlap_x, TILE - overlap_y)
        # As many tiles as can be halved at each level.
        whole = 2 ** (levels - 1)
        columns = ((full.shape[1] // areas - TILE) // step[0] + 1) // whole * whole
        rows = ((full.shape[0] - TILE) // step[1] + 1) // whole * whole
        images, mosaics = "", []
        for area in range(areas):
            # Each a row of tiles lower than the one before; places are counted from below.
            left, high = area * full.shape[1] // areas, rows - area
            mosaics.append(mosaic(full[:, left:], columns, high, step, rows))
            joints = "".join(joint(columns, high, c, r, overlap_x, overlap_y, uneven, directions, measured) for r in range(high) for c in range(columns))
            images += (
                f'<ImageInfo AOIScanned="1" AOIIndex="{area}" Width="{TILE}" Height="{TILE}" NumRows="{high}" NumCols="{columns}"'
                f' Pos-X="{area * apart}" Pos-Y="{1000 + area * 64}">{joints}</ImageInfo>'
            )
        stored = numpy.concatenate(mosaics, axis=1)
        origins = "".join(f'<AOI{area} OriginX="{area * columns * TILE}" OriginY="0"/>' for area in range(areas))
        scan = f'<iScan Magnification="{power}" ScanRes="{microns}" ScannerModel="VENTANA DP 200" Z-layers="{planes}"/>'
        xml = (
            f'<EncodeInfo Ver="2"><SlideInfo>{scan}</SlideInfo><SlideStitchInfo>{images}</SlideStitchInfo>'
            f"<AoiOrigin>{origins}</AoiOrigin></EncodeInfo>"
        )
        pictures = [tiled(macro(), TILE, t270=("s", "Label Image"), t700=("B", f"<Metadata>{scan}</Metadata>".encode()))]
        for level in range(levels):
            more = {"t700": ("B", xml.encode())} if level == 0 else {}
            pixels = halved(stored, level) if level else stored
            streams, tags = tiled(pixels, TILE, t270=("s", f"level={level} mag={power / 2**level:g} quality=90"), **more)
            if planes > 1:
                others = tiled(255 - pixels, TILE)[0] * (planes - 1)
                streams, tags = streams + others, tags | {32997: ("I", [planes])}
            pictures.append((streams, tags))
        tiff(out, pictures, big=True)
        if directions != ("RIGHT", "UP"):
            bif(overlap_x, overlap_y, uneven, levels, power, microns, areas=areas, planes=planes, measured=measured)(picture, out + ".twin.bif")
            slide = openslide.OpenSlide(out + ".twin.bif")
            return [numpy.array(slide.read_region((0, 0), i, size).convert("RGB")) for i, size in enumerate(slide.level_dimensions)]
        return None

    return write


def mosaic(full, columns, rows, step, most):
    """Tiles that overlap in the picture, side by side; white below, up to the most rows."""
    lines = [[full[r * step[1] :][:TILE, c * step[0] :][:, :TILE] for c in range(columns)] for r in range(rows)]
    lines += [[numpy.full((TILE, TILE, 3), 255, numpy.uint8)] * columns] * (most - rows)
    return numpy.concatenate([numpy.concatenate(line, axis=1) for line in lines])


def joint(columns, rows, column, row, overlap_x, overlap_y, uneven, directions, measured):
    def number(c, r):
        below = rows - 1 - r
        return below * columns + (columns - 1 - c if below % 2 else c) + 1

    text = ""
    for direction, c, r, x, y in ((directions[0], column + 1, row, overlap_x, uneven), (directions[1], column, row - 1, 0, overlap_y)):
        if c < columns and r >= 0:
            error, confidence = measured(number(column, row)) if measured else (0, 100)
            along = (error, 0) if c > column else (0, error)
            text += (
                f'<TileJointInfo FlagJoined="1" Confidence="{confidence}" Direction="{direction}" Tile1="{number(column, row)}"'
                f' Tile2="{number(c, r)}" OverlapX="{x + along[0]}" OverlapY="{y + along[1]}"/>'
            )
    return text


def unsure(number):
    """Every other joint is measured wrongly, which its scanner knew."""
    return (0, 98) if number % 2 else (90, 0)


def noisy(number):
    """Joints that differ by some pixels, so that their mean is no whole number."""
    return ((number * 7) % 5 - 2.3, 90 + number % 9)


def mirax(divisions=2, overlap=(24, 18), places="plain", finest=0, form="JPEG", levels=5, jitter=3, gap=True):
    """3DHISTECH: photographs on a grid, each cut into divisions x divisions images, and placed where the scanner says.

    places is plain, deflated or none; finest is how many times level 0 itself was put together two by two.
    """

    def write(picture, out):
        full = pixels_of(picture)
        wide, high = 96 >> finest, 80 >> finest
        photo = wide * divisions, high * divisions
        columns, rows = (-(-(length - 40) // (edge - over)) for length, edge, over in zip(full.shape[1::-1], photo, overlap))
        unit = 2**finest
        columns, rows = columns - columns % unit, rows - rows % unit
        padded = numpy.pad(full, ((0, 400), (0, 400), (0, 0)), constant_values=255)
        corner = (36, 20) if places != "none" else (0, 0)
        records, images = b"", {}
        for row in range(rows):
            for column in range(columns):
                shift = [(5 * column + 3 * row) % (jitter + 1), (2 * column + 7 * row) % (jitter + 1)] if jitter else [0, 0]
                x, y = ((edge - over) * n + s * unit for n, edge, over, s in zip((column, row), photo, overlap, shift))
                taken = not gap or (column, row) not in ((1, 0), (1, 1), (0, rows - 1))
                records += struct.pack("<Bii", int(taken), *((n + c) // unit if taken or finest else 0 for n, c in zip((x, y), corner)))
                for j in range(divisions if taken else 0):
                    for i in range(divisions):
                        cut = padded[y + j * high :, x + i * wide :][:high, :wide]
                        images[column * divisions + i, row * divisions + j] = cut
        store_mirax(out, images, columns * divisions, rows * divisions, divisions, overlap, places, finest, form, levels, records)
        return None

    return write


def store_mirax(out, images, across, down, divisions, overlap, places, finest, form, levels, records):
    folder = out.removesuffix(".mrxs")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    data = [open(os.path.join(folder, f"Data{i:04}.dat"), "wb") for i in range(2)]
    first = next(iter(images.values())).shape

    def put(content, file):
        at = data[file].tell()
        data[file].write(content)
        return at, len(content), file

    ini = {"GENERAL": [("SLIDE_VERSION", "01.02"), ("SLIDE_ID", "A" * 32), ("IMAGENUMBER_X", across), ("IMAGENUMBER_Y", down), ("OBJECTIVE_MAGNIFICATION", 20), ("CameraImageDivisionsPerSide", divisions)]}
    hierarchy = [("HIER_COUNT", 1), ("NONHIER_COUNT", 1 + (places != "none")), ("INDEXFILE", "Index.dat"), ("HIER_0_NAME", "Slide zoom level"), ("HIER_0_COUNT", levels)]
    lists = []
    for level in range(levels):
        for _ in range(finest if level == 0 else 1):
            images = joined(images)
        concat = 2 ** (level + finest)
        entries = [(y * concat * across + x * concat, *put(encoded(pixels, form), (x + y) % 2)) for (x, y), pixels in sorted(images.items(), key=lambda item: item[0][::-1])]
        lists.append(entries)
        section = f"LAYER_0_LEVEL_{level}_SECTION"
        hierarchy.append((f"HIER_0_VAL_{level}_SECTION", section))
        ini[section] = [
            ("OVERLAP_X", overlap[0] / 2**level), ("OVERLAP_Y", overlap[1] / 2**level), ("MICROMETER_PER_PIXEL_X", 0.2325 * concat), ("MICROMETER_PER_PIXEL_Y", 0.2325 * concat),
            ("IMAGE_FORMAT", form), ("IMAGE_FILL_COLOR_BGR", 0xFFFFFF), ("DIGITIZER_WIDTH", first[1]), ("DIGITIZER_HEIGHT", first[0]), ("IMAGE_CONCAT_FACTOR", finest if level == 0 else 1),
        ]
    hierarchy += [("NONHIER_0_NAME", "Scan data layer"), ("NONHIER_0_COUNT", 1), ("NONHIER_0_VAL_0", "ScanDataLayer_Other"), ("NONHIER_0_VAL_0_SECTION", "NONHIERLAYER_0_SECTION")]
    if places != "none":
        hierarchy += [("NONHIER_1_NAME", "VIMSLIDE_POSITION_BUFFER" if places == "plain" else "StitchingIntensityLayer"), ("NONHIER_1_COUNT", 1), ("NONHIER_1_VAL_0", "default"), ("NONHIER_1_VAL_0_SECTION", "NONHIERLAYER_1_SECTION")]
    others = [put(b"nothing", 0), put(records if places == "plain" else zlib.compress(records), 1)]
    ini |= {"HIERARCHICAL": hierarchy, "DATAFILE": [("FILE_COUNT", 2), ("FILE_0", "Data0000.dat"), ("FILE_1", "Data0001.dat")]}
    with open(os.path.join(folder, "Slidedat.ini"), "w", encoding="utf-8-sig", newline="\r\n") as file:
        for section, pairs in ini.items():
            file.write(f"[{section}]\n" + "".join(f"{key} = {value}\n" for key, value in pairs))
    with open(os.path.join(folder, "Index.dat"), "wb") as file:
        file.write(b"01.02" + b"A" * 32)
        roots = file.tell()
        file.write(bytes(8 + 4 * (levels + len(others))))
        heads = []
        for entries, kind in [(entries, "<4i") for entries in lists] + [([(0, 0, *other)], "<5i") for other in others]:
            heads.append(file.tell())
            file.write(struct.pack("<2i", 0, file.tell() + 8))
            # Two pages, as where there are many images.
            half = len(entries) // 2
            pages = [entries[:half], entries[half:]] if half else [entries]
            for page in pages:
                after = 0 if page is pages[-1] else file.tell() + 8 + struct.calcsize(kind) * len(page)
                file.write(struct.pack("<2i", len(page), after) + b"".join(struct.pack(kind, *entry) for entry in page))
        file.seek(roots)
        file.write(struct.pack(f"<{2 + len(heads)}i", roots + 8, roots + 8 + 4 * levels, *heads))
    for file in data:
        file.close()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG")


def joined(images):
    """Two by two images as one of the same size, each made smaller by two."""
    whole = {}
    for (x, y), pixels in images.items():
        high, wide, _ = pixels.shape
        target = whole.setdefault((x // 2, y // 2), numpy.full(pixels.shape, 255, numpy.uint8))
        small = Image.fromarray(pixels).resize((wide // 2, high // 2), Image.Resampling.BOX)
        target[y % 2 * (high // 2) :, x % 2 * (wide // 2) :][: high // 2, : wide // 2] = small
    return whole


def encoded(pixels, form):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, form, **({"quality": 90} if form == "JPEG" else {}))
    return out.getvalue()


def zeiss(compression, areas=False):
    """One picture, or two areas that lie apart, of which the smaller is one tile."""

    def write(picture, out):
        if os.path.exists(out):
            os.remove(out)
        full = pixels_of(picture)
        pictures = [full[:200, :300], full[200:, :900]] if areas else [full]
        with czi.create_czi(out, compression_options=compression) as file:
            for scene, one in enumerate(pictures):
                places = [(x, y) for y in range(0, one.shape[0], 512) for x in range(0, one.shape[1], 512)]
                for x, y in places:
                    part = one[y : y + 512, x : x + 512, ::-1].copy()
                    where = (x + 3000 * scene, y + 2500 * scene)
                    file.write(part, location=where, plane={"C": 0}, **({"scene": scene} if areas else {}))
            file.write_metadata(document_name="a", channel_names={0: "Brightfield"}, scale_x=0.22e-6, scale_y=0.22e-6)
        return [pictures[-1]]

    return write


def dicom(picture, out):
    """A folder, as wsidicomizer makes it of an Aperio file, whose JPEG tiles it takes over."""
    full = pixels_of(picture)
    svs = out + ".svs"
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    text = f"Aperio Image Library v12.0.0\n{full.shape[1]}x{full.shape[0]} (256x256) JPEG/RGB Q=90|AppMag = 20|MPP = 0.4990"
    levels = [full, halved(full, 2)]
    described = {"t270": ("s", text)}
    thumbnail = one_strip(halved(full, 3), **described)
    tiff(svs, [tiled(levels[0], 256, **described), thumbnail, tiled(levels[1], 256, **described)])
    WsiDicomizer.convert(svs, output_path=out)


def ome(*pictures):
    """OME-TIFF of several images: each a name, how often halved, whether turned over, and how many levels it has."""

    def write(picture, out):
        full = pixels_of(picture)
        truth = []
        with tifffile.TiffWriter(out, ome=True) as file:
            for name, times, turned, below in pictures:
                one = halved(full, times) if name != "label image" else numpy.full((1600, 2000, 3), (0, 255, 0), numpy.uint8)
                one = one[::-1].copy() if turned else one
                levels = [one, *(halved(one, i + 1) for i in range(below))]
                put(file, levels, {"axes": "YXS", "Name": name} | MICRONS)
                truth = truth or levels
        return truth

    return write


MICRONS = {"PhysicalSizeX": 0.5, "PhysicalSizeXUnit": "\u00b5m", "PhysicalSizeY": 0.5, "PhysicalSizeYUnit": "\u00b5m"}
TILES = {"tile": (256, 256), "compression": "deflate"}


def put(file, levels, metadata):
    file.write(levels[0], subifds=len(levels) - 1 or None, photometric="rgb", metadata=metadata, **TILES)
    for level in levels[1:]:
        file.write(level, subfiletype=1, photometric="rgb", **TILES)


def ome_channels(picture, out):
    """Red, green and blue as pictures of their own."""
    full = pixels_of(picture)
    with tifffile.TiffWriter(out, ome=True) as file:
        planes = numpy.moveaxis(full, 2, 0).copy()
        file.write(planes, photometric="minisblack", metadata={"axes": "CYX"} | MICRONS, **TILES)
    return [full]


def ome_companion(picture, out):
    """The TIFF says where its XML is: in a file beside it."""
    full = pixels_of(picture)
    head = '<?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06" UUID="urn:uuid:%s">'
    numbers = ["00000000-0000-0000-0000-00000000000" + end for end in "12"]
    name = os.path.basename(out).removesuffix(".ome.tif")
    binary = head % numbers[1] + f'<BinaryOnly MetadataFile="{name}.companion.ome" UUID="urn:uuid:{numbers[0]}"/></OME>'
    xml = head % numbers[0] + (
        '<Instrument ID="Instrument:0"><Objective ID="Objective:0" NominalMagnification="40"/></Instrument>'
        '<Image ID="Image:0"><InstrumentRef ID="Instrument:0"/><ObjectiveSettings ID="Objective:0"/>'
        '<Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="uint8" SizeC="3" SizeZ="1" SizeT="1"'
        f' SizeX="{full.shape[1]}" SizeY="{full.shape[0]}" PhysicalSizeX="0.25" PhysicalSizeY="0.25">'
        '<Channel ID="Channel:0:0" SamplesPerPixel="3"/><TiffData IFD="0" PlaneCount="1">'
        f'<UUID FileName="{name}.ome.tif">urn:uuid:{numbers[1]}</UUID></TiffData></Pixels></Image></OME>'
    )
    with open(out.removesuffix(".ome.tif") + ".companion.ome", "w", encoding="utf-8") as file:
        file.write(xml)
    tifffile.imwrite(out, full, photometric="rgb", description=binary, metadata=None, **TILES)
    return [full]


SCANNERS = {
    "Hamamatsu NDPI": (".ndpi", ndpi()),
    "Hamamatsu NDPI, above 2048 pixels": (".ndpi", ndpi(3)),
    "Hamamatsu NDPI, above 4 GB": (".ndpi", ndpi(gap=5 << 30)),
    "Hamamatsu NDPI without restarts": (".ndpi", ndpi(restarts=False)),
    "Leica SCN": (".scn", scn()),
    "Leica SCN, two areas": (".scn", scn(2)),
    "Ventana BIF": (".bif", bif(24, 18)),
    "Ventana BIF, tiles side by side": (".bif", bif(0, 0)),
    "Ventana BIF, columns a row apart": (".bif", bif(24, 18, 1)),
    "Ventana BIF, 40x, three levels": (".bif", bif(48, 112, levels=3, power=40, microns=0.25)),
    "Ventana BIF, two areas": (".bif", bif(24, 16, areas=2)),
    "Ventana BIF, two areas that overlap": (".bif", bif(24, 16, areas=2, apart=400)),
    "Ventana BIF, joints in doubt": (".bif", bif(24, 18, measured=unsure)),
    "Ventana BIF, steps of part of a pixel": (".bif", bif(24, 18, measured=noisy)),
    "Ventana BIF, three focal planes": (".bif", bif(24, 18, planes=3)),
    "Roche DP 200 BIF": (".bif", bif(24, 0, power=40, microns=0.25, directions=("LEFT", "UP"))),
    "Roche DP 200 BIF, without overlaps": (".bif", bif(0, 0, power=40, microns=0.25, directions=("LEFT", "DOWN"))),
    "3DHISTECH MRXS": (".mrxs", mirax()),
    "3DHISTECH MRXS, photographs in one image": (".mrxs", mirax(divisions=1)),
    "3DHISTECH MRXS, photographs in 4 x 4 images": (".mrxs", mirax(divisions=4)),
    "3DHISTECH MRXS, places deflated": (".mrxs", mirax(places="deflated")),
    "3DHISTECH MRXS, no places": (".mrxs", mirax(places="none", jitter=0)),
    "3DHISTECH MRXS, no places, no overlap": (".mrxs", mirax(places="none", jitter=0, overlap=(0, 0))),
    "3DHISTECH MRXS, level 0 put together": (".mrxs", mirax(finest=1)),
    "3DHISTECH MRXS, level 0 of several photographs": (".mrxs", mirax(divisions=1, finest=1, overlap=(4, 4), jitter=0)),
    "3DHISTECH MRXS, PNG": (".mrxs", mirax(form="PNG")),
    "Zeiss CZI": (".czi", zeiss("uncompressed:")),
    "Zeiss CZI, Zstandard": (".czi", zeiss("zstd1:ExplicitLevel=3;PreProcess=HiLoByteUnpack")),
    "Zeiss CZI, two areas": (".czi", zeiss("uncompressed:", True)),
    "DICOM": ("", dicom),
    "OME-TIFF, levels, a larger label": (".ome.tif", ome(("slide", 0, False, 2), ("label image", 0, False, 0))),
    "OME-TIFF, another area half as large": (".ome.tif", ome(("one", 0, False, 0), ("two", 1, True, 0))),
    "OME-TIFF, another area with levels": (".ome.tif", ome(("one", 0, False, 2), ("two", 1, True, 1))),
    "OME-TIFF, colours apart": (".ome.tif", ome_channels),
    "OME-TIFF with a companion": (".ome.tif", ome_companion),
}
