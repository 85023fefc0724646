package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scanners' files that are TIFF by their form, but would be read wrongly as one. */
final class TiffVendor {

  private static final Pattern TRESTLE_OVERLAPS = Pattern.compile("OverlapsXY=([0-9 ]+)");

  private TiffVendor() {}

  /** Returns what kind of file it is, empty for one that the embedded reader may read. */
  static Optional<String> ofBioFormats(List<TiffDirectory> directories) throws IOException {
    for (TiffDirectory directory : directories) {
      if (directory.has(TiffTag.NDPI_FORMAT)) {
        return Optional.of("Hamamatsu NDPI");
      }
      // Its tiles overlap by what its description lists.
      boolean trestle =
          directory.says(TiffTag.SOFTWARE, "MedScan") || directory.isBroken(TiffTag.SOFTWARE);
      if (trestle && overlaps(directory)) {
        return Optional.of("Trestle TIFF");
      }
      // Several slides' worth of pictures, placed by its XML.
      if (directory.says(TiffTag.IMAGE_DESCRIPTION, "leica-microsystems.com/scn")) {
        return Optional.of("Leica SCN");
      }
    }
    return Optional.empty();
  }

  private static boolean overlaps(TiffDirectory directory) throws IOException {
    if (directory.isBroken(TiffTag.IMAGE_DESCRIPTION)) {
      return directory.says(TiffTag.SOFTWARE, "MedScan");
    }
    Matcher list = TRESTLE_OVERLAPS.matcher(directory.head(TiffTag.IMAGE_DESCRIPTION));
    return list.find() && list.group(1).matches(".*[1-9].*");
  }
}
