package org.ranklens.report;

/** How much pictures may still add to a page. */
final class PictureBudget {

  private long left;

  PictureBudget(long bytes) {
    left = bytes;
  }

  /** Takes its share where that much is left. */
  boolean take(int bytes) {
    if (bytes > left) {
      // What follows is linked too: a page that skips here and there would look broken.
      left = 0;
      return false;
    }
    left -= bytes;
    return true;
  }
}
