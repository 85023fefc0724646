package org.ranklens.ihc.slide;

import java.io.IOException;

/** A stream of JPEG or JPEG 2000 that may be sound, but can't be decoded here. */
final class OtherStreamException extends IOException {

  private static final long serialVersionUID = 1L;

  OtherStreamException(String message) {
    super(message);
  }
}
