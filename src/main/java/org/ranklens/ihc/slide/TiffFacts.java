package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a TIFF says of itself. */
final class TiffFacts {

  private TiffFacts() {}

  static SlideFacts of(TiffPyramid pyramid, String name, SlideOptions options) throws IOException {
    TiffText text = pyramid.text();
    PixelSize size = options.pixelSize(text.pixelSize());
    List<String> passedOver = new ArrayList<>(pyramid.passedOver());
    if (size.equals(text.pixelSize())) {
      TiffText.disagreement(pyramid.fullTags(), size).ifPresent(passedOver::add);
    }
    return new SlideFacts(
        name,
        "tiff",
        pyramid.levels(),
        size,
        text.objectivePower(),
        pixels(pyramid.image(0)),
        pyramid.others(),
        remarks(pyramid, pyramid.image(0)),
        passedOver);
  }

  private static String pixels(TiffImage image) {
    return String.format(
        Locale.ROOT,
        "%d-bit %s%s, %s, %s of %d x %d",
        image.bits(),
        kind(image),
        image.planar() ? " in planes" : "",
        TileDecoder.compression(image),
        image.strips() ? "strips" : "tiles",
        image.tileWidth(),
        image.tileHeight());
  }

  private static String kind(TiffImage image) {
    return switch (image.samples()) {
      case 1 -> "grey";
      case 3 -> "RGB";
      default ->
          image.alpha() == TiffImage.Alpha.NONE ? "RGB and a fourth sample" : "RGB and alpha";
    };
  }

  private static List<String> remarks(TiffPyramid pyramid, TiffImage image) throws IOException {
    TiffDirectory tags = pyramid.fullTags();
    List<String> remarks = new ArrayList<>(pyramid.remarks());
    if (image.bits() == 16) {
      remarks.add("of its 16 bits the upper 8 are used");
    }
    if (image.samples() == 4 && image.alpha() == TiffImage.Alpha.NONE) {
      remarks.add("its fourth sample, which is not said to be alpha, is left out");
    }
    if (tags.number(TiffTag.ORIENTATION, 1) != 1) {
      remarks.add("its orientation tag is not applied: the pixels are taken as they are stored");
    }
    if (tags.has(TiffTag.ICC_PROFILE)) {
      remarks.add("its ICC profile is not applied: the pixels are taken as they are stored");
    }
    int[] tiles = pyramid.stored().get(0).layout().tiles().toArray();
    long missing = image.tiles().missingOf(tiles, pyramid.maker().leavesOut());
    if (missing > 0) {
      remarks.add(missing + " of its " + tiles.length + " tiles were never written and are white");
    }
    return remarks;
  }
}
