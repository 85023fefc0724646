package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pixel size in the tags of a TIFF that is read by Bio-Formats, where that gives none. */
final class OwnPixelSize {

  private OwnPixelSize() {}

  /** Looks for it. */
  static PixelSize of(Path path) {
    try {
      return tiff(path);
    } catch (IOException e) {
      // Bio-Formats reads the file, whatever it is; it just has no pixel size for us.
      return PixelSize.unknown();
    }
  }

  private static PixelSize tiff(Path path) throws IOException {
    try (TiffFile file = TiffFile.open(path)) {
      List<TiffDirectory> directories = file.directories();
      OmePlanes ome = OmePlanes.of(file, directories);
      Optional<PixelSize> ventana = Optional.empty();
      TiffDirectory largest = directories.get(0);
      for (TiffDirectory directory : directories) {
        if (ventana.isEmpty() && directory.says(TiffTag.XMP, "<iScan")) {
          ventana = Optional.of(TiffText.of(directory, ome).pixelSize());
        }
        if (width(directory) > width(largest)) {
          largest = directory;
        }
      }
      return ventana.isPresent() ? ventana.get() : TiffText.of(largest, ome).pixelSize();
    }
  }

  private static long width(TiffDirectory directory) throws IOException {
    return directory.number(TiffTag.IMAGE_WIDTH, 0);
  }
}
