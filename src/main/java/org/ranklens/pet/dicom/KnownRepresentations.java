package org.ranklens.pet.dicom;

import java.util.List;

/** Two letters as one text, the same for the same letters (DICOM PS3.5, table 6.2-1). */
final class KnownRepresentations {

  private static final int LETTERS = 26;
  private static final String[] BY_LETTERS = new String[LETTERS * LETTERS];

  static {
    for (String vr :
        List.of(
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD",
            "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI",
            "UL", "UN", "UR", "US", "UT", "UV")) {
      BY_LETTERS[index(vr.charAt(0), vr.charAt(1))] = vr;
    }
  }

  private KnownRepresentations() {}

  /** The letters, both from A to Z. */
  static String of(char first, char second) {
    String known = BY_LETTERS[index(first, second)];
    return known != null ? known : String.valueOf(new char[] {first, second});
  }

  private static int index(char first, char second) {
    return (first - 'A') * LETTERS + second - 'A';
  }
}
