package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranklens.RefusedException;

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
      if (directory.says(TiffTag.IMAGE_DESCRIPTION, "leica-microsystems.com/scn")
          || directory.says(TiffTag.IMAGE_DESCRIPTION, "<scn ")) {
        return Optional.of("Leica SCN");
      }
    }
    return Optional.empty();
  }

  /**
   * Checks that Bio-Formats knows a scanner's file for what it is: where the XML that tells of its
   * pictures is damaged, it takes the file for a plain TIFF, and the photograph of the glass for
   * the slide.
   *
   * @param format as Bio-Formats calls it
   */
  static void checkKnown(Path path, String format) throws RefusedException {
    Optional<String> vendor;
    try (TiffFile file = TiffFile.open(path)) {
      vendor = ofBioFormats(file.directories());
    } catch (IOException e) {
      // Nothing can be told of it here.
      return;
    }
    if (vendor.isPresent() && !vendor.get().startsWith(format)) {
      throw new RefusedException(
          "is a %s, which Bio-Formats takes for '%s': what tells of its pictures is damaged"
              .formatted(vendor.get(), format),
          path.toString(),
          "",
          "copy it anew, or export it as TIFF from the scanner's viewer");
    }
  }

  private static boolean overlaps(TiffDirectory directory) throws IOException {
    if (directory.isBroken(TiffTag.IMAGE_DESCRIPTION)) {
      return directory.says(TiffTag.SOFTWARE, "MedScan");
    }
    Matcher list = TRESTLE_OVERLAPS.matcher(directory.head(TiffTag.IMAGE_DESCRIPTION));
    return list.find() && list.group(1).matches(".*[1-9].*");
  }
}
