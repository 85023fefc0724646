package org.ranklens.fiji;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ranklens.ihc.CellSink;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.study.Onlooker;

/** The slide with its cells outlined: on the open image, or on a picture of a file's slide. */
final class SlideView implements Onlooker {

  /** The largest level of at most so many pixels is shown: 100 MB as an RGB image. */
  private static final long MOST_PIXELS = 25_000_000;

  private ImagePlus image;
  private CellOverlay cells;

  /** Shows a file's slide, in a new window. */
  SlideView() {}

  /** Shows the cells on an open image. */
  SlideView(ImagePlus image) {
    this.image = image;
  }

  @Override
  public CellSink slide(Slide slide) throws IOException {
    double microns = slide.pixelSizeMicrons().orElse(1);
    double downsample = 1;
    if (image == null) {
      Level level = shown(slide);
      downsample = level.downsample();
      image = picture(slide, level, microns * downsample);
    }
    cells = new CellOverlay(downsample, microns);
    return cells;
  }

  /** Puts the outlines on the image and opens it where it isn't yet. */
  void show(Path output) {
    Overlay overlay = cells.overlay(output.resolve("cells.csv").toString());
    image.setOverlay(overlay);
    if (image.getWindow() == null && !GraphicsEnvironment.isHeadless()) {
      image.show();
    }
  }

  private static Level shown(Slide slide) {
    Optional<Level> largest =
        slide.levels().stream()
            .filter(level -> (long) level.width() * level.height() <= MOST_PIXELS)
            .findFirst();
    return largest.orElse(slide.levels().get(slide.levels().size() - 1));
  }

  private static ImagePlus picture(Slide slide, Level level, double microns) throws IOException {
    Region all = new Region(level.index(), 0, 0, level.width(), level.height());
    RgbImage rgb = slide.read(all);
    byte[] bytes = rgb.rgb();
    int[] packed = new int[level.width() * level.height()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          (bytes[3 * i] & 0xff) << 16 | (bytes[3 * i + 1] & 0xff) << 8 | (bytes[3 * i + 2] & 0xff);
    }
    ImagePlus picture =
        new ImagePlus(slide.name(), new ColorProcessor(level.width(), level.height(), packed));
    Calibration calibration = picture.getCalibration();
    calibration.setUnit("um");
    calibration.pixelWidth = microns;
    calibration.pixelHeight = microns;
    return picture;
  }
}
