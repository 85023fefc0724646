package org.ranklens;

/** Text of a file as it may stand in a message: on one line, and not without end. */
public final class PlainText {

  private static final int LONGEST_QUOTED = 60;

  private PlainText() {}

  /** Returns a text whose control characters, line ends among them, are question marks. */
  public static String oneLine(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean odd = Character.isISOControl(c) || (Character.isSurrogate(c) && !isPair(text, i));
      plain.append(odd || c == '\u2028' || c == '\u2029' ? '?' : c);
    }
    return plain.toString();
  }

  /** Returns whether a text holds no control characters, line ends among them. */
  public static boolean isOneLine(String text) {
    return oneLine(text).equals(text);
  }

  /** Returns a text in quotes, on one line and cut where it is long. */
  public static String quoted(String text) {
    String line = oneLine(text);
    return line.length() <= LONGEST_QUOTED
        ? '"' + line + '"'
        : '"' + head(line, LONGEST_QUOTED) + "...\"";
  }

  /** Returns the first characters of a text, one less where a pair that makes one would be cut. */
  public static String head(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(most - 1)) && isPair(text, most - 1);
    return text.substring(0, pair ? most - 1 : most);
  }

  private static boolean isPair(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
