package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The pictures inside a page, within what a page may weigh: the more there are, the smaller they
 * are; what has no room left is linked by the page instead.
 */
final class Pictures {

  private static final long ALL_BYTES = 8_500_000;

  private final Map<Path, String> uris = new HashMap<>();
  private final int widestPx;
  private long left = ALL_BYTES;

  /**
   * Plans a page.
   *
   * @param expected how many pictures it should hold at the least
   */
  Pictures(int expected) {
    widestPx = widest(ALL_BYTES / Math.max(1, expected));
  }

  private static int widest(long bytesEach) {
    if (bytesEach > 300_000) {
      return 1500;
    }
    return bytesEach > 150_000 ? 1000 : bytesEach > 80_000 ? 700 : 480;
  }

  /** Takes a picture in where there is room. */
  void embed(Path png) throws IOException {
    if (left <= 0) {
      return;
    }
    String uri = EmbeddedPicture.dataUri(png, widestPx);
    left -= uri.length();
    // What follows is linked too: a page that skips here and there would look broken.
    if (left > 0) {
      uris.put(png, uri);
    }
  }

  /** Returns a picture's {@code data:} address, empty where the page has no room for it. */
  String uri(Path png) {
    return uris.getOrDefault(png, "");
  }
}
