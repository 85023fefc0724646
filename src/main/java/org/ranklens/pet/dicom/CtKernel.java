package org.ranklens.pet.dicom;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A convolution kernel by its vendor's name: GE says STANDARD, SOFT, DETAIL, LUNG, BONE, EDGE;
 * Siemens numbers kernels by sharpness (B30f, Br40d, I70f); Canon has FC groups of ten; Philips has
 * letters.
 *
 * @param name (0018,1210)
 */
record CtKernel(String name) {

  private static final Pattern SIEMENS = Pattern.compile("^[A-Z][A-Z]?(\\d\\d)[A-Z]?\\b.*");
  private static final Pattern CANON = Pattern.compile("^FC(\\d\\d)\\b.*");
  private static final int SHARP_SIEMENS = 50;

  enum Sharpness {
    SOFT,
    UNKNOWN,
    SHARP
  }

  Sharpness sharpness() {
    String kernel = name.toUpperCase(Locale.ROOT);
    if (kernel.contains("LUNG")
        || kernel.contains("BONE")
        || kernel.contains("EDGE")
        || kernel.contains("SHARP")
        || kernel.contains("DETAIL")) {
      return Sharpness.SHARP;
    }
    if (kernel.contains("STANDARD") || kernel.contains("SOFT")) {
      return Sharpness.SOFT;
    }
    Matcher canon = CANON.matcher(kernel);
    if (canon.matches()) {
      // FC01 to FC19 body, FC20 to FC29 head; from FC30 on bone, lung and high resolution.
      return Integer.parseInt(canon.group(1)) < 30 ? Sharpness.SOFT : Sharpness.SHARP;
    }
    Matcher siemens = SIEMENS.matcher(kernel);
    if (siemens.matches()) {
      return Integer.parseInt(siemens.group(1)) < SHARP_SIEMENS ? Sharpness.SOFT : Sharpness.SHARP;
    }
    return switch (kernel) {
      case "A", "B", "C" -> Sharpness.SOFT;
      case "D", "E", "L", "YA", "YB", "YC", "YD" -> Sharpness.SHARP;
      default -> Sharpness.UNKNOWN;
    };
  }
}
