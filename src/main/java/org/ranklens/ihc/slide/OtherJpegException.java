package org.ranklens.ihc.slide;

import java.io.IOException;

/** A JPEG stream that may be sound, but is of a kind that can't be decoded here. */
final class OtherJpegException extends IOException {

  private static final long serialVersionUID = 1L;

  OtherJpegException(String message) {
    super(message);
  }
}
