package org.ranklens.ihc.stain;

import java.util.List;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Finds how much of a slide's pink reads as DAB: osteoid, red cells and eosin are pink by different
 * dyes, so it is measured where pink lies over little else, not taken from one of them.
 */
final class PinkTone {

  /** What osteoid and red cells measure, for slides with too little pink to measure. */
  static final double USUAL_DAB_PER_RESIDUAL = 2.5;

  /** From this share of its density on a pixel's residual is pink's. */
  static final double PINK_SHARE = 0.14;

  /** Paler is noise; denser is pink with something else. */
  private static final double LEAST_OD = 0.1;

  private static final double MOST_OD = 0.6;
  private static final int LEAST_PIXELS = 500;
  private static final int MOST_SAMPLES = 400_000;
  private static final int STEPS = 150;
  private static final double STEP = 0.02;

  private final double[] toHematoxylin;
  private final double[] toDab;
  private final double[] toResidual;
  private final double twiceCosine;
  private final int[] ratios = new int[STEPS];
  private int pixels;

  private PinkTone(StainMatrix stains) {
    Unmixing unmixing = Unmixing.of(stains);
    toHematoxylin = unmixing.hematoxylin();
    toDab = unmixing.dab();
    toResidual = unmixing.residual();
    twiceCosine = 2 * cosine(stains);
  }

  /** Returns the median DAB per residual of the pink pixels, 0 to 3. */
  static double dabPerResidual(List<RgbImage> samples, WhitePoint white, StainMatrix stains) {
    PinkTone tone = new PinkTone(stains);
    OdPixels density = new OdPixels(white);
    float[] od = new float[3];
    long all = samples.stream().mapToLong(i -> (long) i.width() * i.height()).sum();
    int step = (int) (all / MOST_SAMPLES) + 1;
    for (RgbImage image : samples) {
      for (int pixel = 0; pixel < image.width() * image.height(); pixel += step) {
        density.read(image, pixel, od);
        tone.add(od);
      }
    }
    return tone.pixels < LEAST_PIXELS ? USUAL_DAB_PER_RESIDUAL : tone.median();
  }

  static double cosine(StainMatrix stains) {
    StainVector a = stains.hematoxylin();
    StainVector b = stains.dab();
    return a.red() * b.red() + a.green() * b.green() + a.blue() * b.blue();
  }

  private void add(float[] rgbOd) {
    double pink = -along(rgbOd, toResidual);
    if (pink <= 0) {
      return;
    }
    double h = along(rgbOd, toHematoxylin);
    double d = along(rgbOd, toDab);
    double od = Math.sqrt(h * h + d * d + twiceCosine * h * d + pink * pink);
    if (od >= LEAST_OD && od <= MOST_OD && pink > PINK_SHARE * od) {
      pixels++;
      ratios[(int) Math.max(0, Math.min(STEPS - 1, d / pink / STEP))]++;
    }
  }

  private static double along(float[] rgbOd, double[] direction) {
    return direction[0] * rgbOd[0] + direction[1] * rgbOd[1] + direction[2] * rgbOd[2];
  }

  private double median() {
    int below = 0;
    int at = -1;
    while (2 * below < pixels) {
      below += ratios[++at];
    }
    return (at + 0.5) * STEP;
  }
}
