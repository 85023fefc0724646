package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Scanners' files that are TIFF by their form, but would be read wrongly as one. */
final class TiffVendor {

  private TiffVendor() {}

  /** Returns what kind of file it is, empty for one that the embedded reader may read. */
  static Optional<String> ofBioFormats(List<TiffDirectory> directories) throws IOException {
    for (TiffDirectory directory : directories) {
      if (directory.has(TiffTag.NDPI_FORMAT)) {
        return Optional.of("Hamamatsu NDPI");
      }
      // Its tiles overlap by amounts that the XMP packet lists.
      if (directory.says(TiffTag.XMP, "<iScan")) {
        return Optional.of("Ventana BIF");
      }
      // Several slides' worth of pictures, placed by its XML.
      if (directory.says(TiffTag.IMAGE_DESCRIPTION, "leica-microsystems.com/scn")) {
        return Optional.of("Leica SCN");
      }
    }
    return Optional.empty();
  }
}
