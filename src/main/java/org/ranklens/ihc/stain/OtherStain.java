package org.ranklens.ihc.stain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Tells a slide that is not haematoxylin and DAB by the colours of its stained pixels, each against
 * what DAB does: it takes blue light away more than green. Eosin takes away green, hardly any red,
 * and less blue; a picture without colour takes all three alike.
 */
final class OtherStain {

  /** Green above blue by this share of a pixel's density, and red below half of green: eosin. */
  private static final double PINK_EXCESS = 0.2;

  private static final double MOST_RED_PER_GREEN = 0.5;

  /** Blue above green by this share: DAB, alone or over haematoxylin. */
  private static final double BROWN_EXCESS = 0.05;

  /** Channels that differ by less than this share have no colour. */
  private static final double GREY_EXCESS = 0.03;

  /**
   * Osteoid, red cells and the noise of pale nuclei are up to a fiftieth of the stained pixels of
   * H-DAB, eosin half of those of a slide of haematoxylin and eosin.
   */
  private static final double LEAST_PINK = 0.15;

  /** Brown, of pigment and red cells, is rare where the pink is eosin. */
  private static final double PINK_PER_BROWN = 5;

  private static final double LEAST_GREY = 0.9;

  /** Of pixels neither black nor as pale as glass; JPEG leaves those of a grey picture alike. */
  private static final int BLACK_LEVEL = 30;

  private static final int PALE_LEVEL = 200;
  private static final int GREY_LEVELS = 3;
  private static final double LEAST_RAW_GREY = 0.98;

  private final double[] pink = new double[3];
  private final double[] other = new double[3];
  private int pinkCount;
  private int brownCount;
  private int greyCount;

  private OtherStain() {}

  /**
   * Returns what a picture is whose pixels have no colour before a white is taken for it: where no
   * glass is in view, white is given a tissue's tint, and a picture without colour one, too.
   */
  static Optional<String> withoutColour(List<RgbImage> samples) {
    long seen = 0;
    long alike = 0;
    for (RgbImage image : samples) {
      byte[] rgb = image.rgb();
      for (int i = 0; i < rgb.length; i += 3) {
        int most = Math.max(rgb[i] & 255, Math.max(rgb[i + 1] & 255, rgb[i + 2] & 255));
        int least = Math.min(rgb[i] & 255, Math.min(rgb[i + 1] & 255, rgb[i + 2] & 255));
        if (least > BLACK_LEVEL && least < PALE_LEVEL) {
          seen++;
          alike += most - least <= GREY_LEVELS ? 1 : 0;
        }
      }
    }
    return seen > 0 && alike >= LEAST_RAW_GREY * seen
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "this has no colour, so it is not haematoxylin and DAB (red, green and blue alike"
                    + " in %.0f %% of the dark pixels)",
                100.0 * alike / seen))
        : Optional.empty();
  }

  /** Returns what the slide is in place of H-DAB, with the evidence; empty where it may be that. */
  static Optional<String> of(OdSamples od) {
    OtherStain seen = new OtherStain();
    for (int i = 0; i < od.count(); i++) {
      seen.add(od.unit(i));
    }
    return seen.told(od.count());
  }

  private void add(double[] colour) {
    double excess = colour[1] - colour[2];
    boolean isPink = excess > PINK_EXCESS && colour[0] < MOST_RED_PER_GREEN * colour[1];
    pinkCount += isPink ? 1 : 0;
    brownCount += -excess > BROWN_EXCESS ? 1 : 0;
    greyCount +=
        Math.abs(excess) < GREY_EXCESS && Math.abs(colour[0] - colour[1]) < GREY_EXCESS ? 1 : 0;
    double[] sum = isPink ? pink : other;
    for (int c = 0; c < sum.length; c++) {
      sum[c] += colour[c];
    }
  }

  private Optional<String> told(int count) {
    if (pinkCount >= LEAST_PINK * count && pinkCount > PINK_PER_BROWN * brownCount) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "this looks like haematoxylin and eosin, not haematoxylin and DAB (measured %s and"
                  + " %s, red green blue: the second takes away more green than blue, DAB more blue"
                  + " than green; %.0f %% of the stained pixels are pink, %.1f %% brown)",
              text(other),
              text(pink),
              100.0 * pinkCount / count,
              100.0 * brownCount / count));
    }
    if (greyCount >= LEAST_GREY * count) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "this has no colour, so it is not haematoxylin and DAB (measured %s, red green blue:"
                  + " all channels alike in %.0f %% of the dark pixels)",
              text(other),
              100.0 * greyCount / count));
    }
    return Optional.empty();
  }

  private static String text(double[] sum) {
    double[] v = StainPlane.unit(sum);
    return String.format(Locale.ROOT, "(%.3f %.3f %.3f)", v[0], v[1], v[2]);
  }
}
