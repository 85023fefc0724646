package org.ranklens.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.nio.file.Path;
import java.util.Optional;

/** The selection of the open image, as the region file that the command line takes. */
final class Selection {

  private Selection() {}

  /**
   * Returns the file of the regions; a selection without area, such as a line, is none.
   *
   * @param chosen the file that the user chose
   * @param folder where the selection is saved
   */
  static Optional<Path> regions(ImagePlus image, Optional<Path> chosen, Path folder) {
    Roi roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return chosen;
    }
    if (chosen.isPresent()) {
      throw new WrongAnswerException(
          "There are a selection on the image and a file of regions; choose one of them"
              + " (Edit > Selection > Select None drops the selection).");
    }
    // A region without a name is called after its file.
    Path file = folder.resolve("selection.roi");
    if (!RoiEncoder.save(roi, file.toString())) {
      throw new WrongAnswerException("The selection can't be saved to " + file + ".");
    }
    return Optional.of(file);
  }
}
