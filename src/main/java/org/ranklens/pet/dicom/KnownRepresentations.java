package org.ranklens.pet.dicom;

import java.util.List;

/** Value representations: their names, and which to decode a value by (DICOM PS3.5, 6.2). */
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

  /** Two letters, both from A to Z, as one text: the same for the same letters. */
  static String of(char first, char second) {
    String known = BY_LETTERS[index(first, second)];
    return known != null ? known : String.valueOf(new char[] {first, second});
  }

  /**
   * The representation to decode a value by: the file's own, unless the attribute is known, and
   * what the file tells would make another number of its bytes. Text stays text, whatever the file
   * says: anonymisers write it as OB. US and SS both are right where the dictionary has one of
   * them.
   *
   * @param told by the file
   * @param length of the value in bytes
   */
  static String toDecode(int number, String told, long length) {
    String known = PrivateTags.representation(number);
    if (told.equals("UN") || told.equals(known)) {
      return known;
    }
    int size = ValueDecoder.size(known);
    if (known.equals("UN") || known.equals("SQ") || told.equals("SQ")) {
      return told;
    }
    if (size == 0) {
      return ValueDecoder.size(told) == 0 ? told : known;
    }
    boolean signAlone = size == 2 && (told.equals("US") || told.equals("SS"));
    return signAlone || length % size != 0 ? told : known;
  }

  private static int index(char first, char second) {
    return (first - 'A') * LETTERS + second - 'A';
  }
}
