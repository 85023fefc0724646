package org.ranklens.ihc.slide;

import java.io.IOException;

/** A file that Bio-Formats can't open. */
final class UnreadableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableException(String sentence, String why, Throwable cause) {
    super(sentence, cause);
    this.why = why;
  }

  /** Returns what Bio-Formats says of it, without a full stop. */
  String why() {
    return why;
  }
}
