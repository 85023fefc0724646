package org.ranklens.ihc;

import java.io.IOException;
import java.util.OptionalDouble;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainVector;
import org.ranklens.ihc.stain.WhitePoint;
import org.ranklens.phantom.ihc.LookChange;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainVectors;

/** Shows a slide in other looks, by what was found out of its colours. */
final class Repainter {

  private final RgbImage image;
  private final double pixelSizeMicrons;
  private final Rgb white;
  private final StainVectors stains;

  Repainter(Slide slide, double pixelSizeMicrons, StainEstimate found) throws IOException {
    image = slide.read(new Region(0, 0, 0, slide.full().width(), slide.full().height()));
    this.pixelSizeMicrons = pixelSizeMicrons;
    WhitePoint w = found.white();
    white = new Rgb(w.red(), w.green(), w.blue());
    stains =
        new StainVectors(
            rgb(found.stains().hematoxylin()),
            rgb(found.stains().dab()),
            StainVectors.RUIFROK.eosin());
  }

  private static Rgb rgb(StainVector vector) {
    return new Rgb(vector.red(), vector.green(), vector.blue());
  }

  /** Returns the slide in another look. */
  ArraySlide in(LookChange change) throws IOException {
    byte[] rgb = change.of(image.rgb(), image.width(), pixelSizeMicrons, white, stains);
    return slide(new RgbImage(image.width(), image.height(), rgb), pixelSizeMicrons);
  }

  /** Returns the slide with squares of pixels averaged. */
  ArraySlide binned(int bin) throws IOException {
    return slide(Binning.of(image, bin), bin * pixelSizeMicrons);
  }

  private static ArraySlide slide(RgbImage image, double pixelSizeMicrons) throws IOException {
    return new ArraySlide("field", "memory", image, OptionalDouble.of(pixelSizeMicrons));
  }
}
