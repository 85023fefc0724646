package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;

/** The open image as a slide. */
@Tag("fiji")
class OpenImageTest {

  private final ImagePlus image = new ImagePlus("a/b.tif", new ColorProcessor(37, 21));

  @ParameterizedTest
  @CsvSource({"um, 0.5", "µm, 0.5", "micron, 0.5", "mm, 0.0005", "nm, 500", "inch, 0.00001968504"})
  void everyUnitOfLengthGivesMicrometres(String unit, double pixel) throws Exception {
    calibrate(unit, pixel, pixel);
    assertThat(OpenImage.of(image).pixelSizeMicrons(OptionalDouble.empty()))
        .isBetween(0.499999, 0.500001);
  }

  @Test
  void withoutALengthOrASquareThereIsNoPixelSize() throws Exception {
    OpenImage open = OpenImage.of(image);
    assertThatThrownBy(() -> open.pixelSizeMicrons(OptionalDouble.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has no pixel size: its unit is 'pixel'");
    calibrate("um", 0.5, 0.6);
    assertThatThrownBy(() -> open.pixelSizeMicrons(OptionalDouble.empty()))
        .hasMessageContaining("has pixels of 0.5000 by 0.6000 um, not squares");
    assertThat(open.pixelSizeMicrons(OptionalDouble.of(0.25))).isEqualTo(0.25);
  }

  @Test
  void greyImagesAreRefused() {
    assertThatThrownBy(() -> OpenImage.of(new ImagePlus("grey", new ByteProcessor(9, 9))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not an RGB image");
  }

  @Test
  void theCopyHoldsEveryPixel(@TempDir Path folder) throws Exception {
    int[] pixels = (int[]) image.getProcessor().getPixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i * 7919;
    }
    Path copy = OpenImage.of(image).copy(folder, Progress.silent());
    assertThat(copy).hasFileName("a_b.tif");
    try (Slide slide = Slides.open(copy, SlideOptions.defaults())) {
      byte[] rgb = slide.read(new Region(0, 0, 0, 37, 21)).rgb();
      for (int i = 0; i < pixels.length; i++) {
        int read =
            (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | (rgb[3 * i + 2] & 0xff);
        assertThat(read).isEqualTo(pixels[i] & 0xffffff);
      }
    }
  }

  private void calibrate(String unit, double width, double height) {
    Calibration calibration = image.getCalibration();
    calibration.setUnit(unit);
    calibration.pixelWidth = width;
    calibration.pixelHeight = height;
  }
}
