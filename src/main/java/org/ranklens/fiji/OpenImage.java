package org.ranklens.fiji;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.Progress;
import org.ranklens.RefusedException;

/** The image that is open in ImageJ, seen as a slide. */
final class OpenImage {

  /** Pixels this much out of square would make ellipses of nuclei. */
  private static final double SQUARE_TOLERANCE = 0.01;

  private final ImagePlus image;

  private OpenImage(ImagePlus image) {
    this.image = image;
  }

  /** Returns the image in front, or says why it can't be a slide. */
  static OpenImage current() throws RefusedException {
    ImagePlus image = WindowManager.getCurrentImage();
    if (image == null) {
      throw new WrongAnswerException(
          "No image is open; open a slide, or choose Input: File and give a slide file.");
    }
    return of(image);
  }

  static OpenImage of(ImagePlus image) throws RefusedException {
    if (image.getStackSize() > 1) {
      throw new RefusedException(
          "is a stack of " + image.getStackSize() + " images, and a slide is one RGB image",
          image.getTitle(),
          "",
          "use Image > Type > RGB Color (of three channels), or Image > Duplicate... for one of"
              + " the images");
    }
    if (image.getType() != ImagePlus.COLOR_RGB) {
      throw new RefusedException(
          "is not an RGB image, and the stains are told apart by colour",
          image.getTitle(),
          "",
          "open the slide in colour; where it has a colour table, use Image > Type > RGB Color");
    }
    return new OpenImage(image);
  }

  ImagePlus image() {
    return image;
  }

  /** Returns the name of the file it was opened from, or its title, fit for a file system. */
  private String name() {
    FileInfo file = image.getOriginalFileInfo();
    boolean named = file != null && file.fileName != null && !file.fileName.isEmpty();
    String name = named ? file.fileName : image.getTitle();
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
  }

  /**
   * Returns the edge of a pixel.
   *
   * @param typed what the user typed; it replaces the calibration
   */
  double pixelSizeMicrons(OptionalDouble typed) throws RefusedException {
    return typed.isPresent() ? typed.getAsDouble() : calibratedMicrons();
  }

  /** Writes the pixels to a file of the image's name: a PNG, whatever the name ends in. */
  Path copy(Path folder, Progress progress) throws IOException {
    int[] packed = (int[]) image.getProcessor().getPixels();
    Path file = folder.resolve(name());
    PngCopy.write(file, image.getWidth(), image.getHeight(), packed, progress);
    return file;
  }

  private double calibratedMicrons() throws RefusedException {
    Calibration calibration = image.getCalibration();
    OptionalDouble unitMicrons = micronsOf(calibration.getUnit());
    if (unitMicrons.isEmpty()) {
      throw new RefusedException(
          "has no pixel size: its unit is '" + calibration.getUnit() + "'",
          image.getTitle(),
          "",
          "set it by Image > Properties... (unit um), or type it into the dialog");
    }
    double width = calibration.pixelWidth * unitMicrons.getAsDouble();
    double height = calibration.pixelHeight * unitMicrons.getAsDouble();
    if (Math.abs(width - height) > SQUARE_TOLERANCE * width) {
      throw new RefusedException(
          String.format(Locale.ROOT, "has pixels of %.4f by %.4f um, not squares", width, height),
          image.getTitle(),
          "",
          "correct it by Image > Properties...");
    }
    return width;
  }

  private static OptionalDouble micronsOf(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "\u00b5m", "\u03bcm", "um", "micron", "microns", "micrometer", "micrometre" ->
          OptionalDouble.of(1);
      case "nm", "nanometer" -> OptionalDouble.of(1e-3);
      case "mm", "millimeter" -> OptionalDouble.of(1e3);
      case "cm" -> OptionalDouble.of(1e4);
      case "inch", "inches" -> OptionalDouble.of(25_400);
      default -> OptionalDouble.empty();
    };
  }
}
