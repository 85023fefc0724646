package org.ranklens.report;

import java.io.IOException;

/** The place that results shall go to can't be written: the caller's mistake, not an input's. */
public final class OutputException extends IOException {

  private static final long serialVersionUID = 1L;

  public OutputException(String sentence) {
    super(sentence);
  }
}
