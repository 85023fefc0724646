package org.ranklens.report.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;
import org.ranklens.ihc.score.IntensityClass;

/**
 * The colour of an intensity class: apart on brown, blue and white, and in the common kinds of
 * colour blindness, where they also differ in lightness.
 */
public enum ClassColour {
  NEGATIVE("0", "Negative", 0x56B4E9),
  WEAK("1+", "1+", 0xF5E625),
  MODERATE("2+", "2+", 0xFF7A00),
  STRONG("3+", "3+", 0xD6006C),
  UNMEASURED("no cytoplasm", "Not measured", 0xB4B4B4);

  private final String label;
  private final String qupathName;
  private final int rgb;

  ClassColour(String label, String qupathName, int rgb) {
    this.label = label;
    this.qupathName = qupathName;
    this.rgb = rgb;
  }

  /** Returns the colour of a class, or that of a cell without measurable cytoplasm. */
  public static ClassColour of(Optional<IntensityClass> intensity) {
    if (intensity.isEmpty()) {
      return UNMEASURED;
    }
    return switch (intensity.get()) {
      case NEGATIVE -> NEGATIVE;
      case WEAK -> WEAK;
      case MODERATE -> MODERATE;
      case STRONG -> STRONG;
    };
  }

  /** Returns the colour of a class by QuPath's name of it. */
  public static ClassColour ofQupathName(String name) {
    return Arrays.stream(values())
        .filter(colour -> colour.qupathName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no intensity class " + name));
  }

  /** Returns what a legend calls it. */
  public String label() {
    return label;
  }

  /** Returns what QuPath calls such an intensity class. */
  public String qupathName() {
    return qupathName;
  }

  public int red() {
    return rgb >> 16;
  }

  public int green() {
    return rgb >> 8 & 255;
  }

  public int blue() {
    return rgb & 255;
  }

  Color awt() {
    return new Color(rgb);
  }
}
