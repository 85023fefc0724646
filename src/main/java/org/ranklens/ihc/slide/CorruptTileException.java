package org.ranklens.ihc.slide;

import java.io.IOException;

/** A tile or part that can't be decoded, in a slide that is otherwise sound. */
public final class CorruptTileException extends IOException {

  private static final long serialVersionUID = 1L;

  CorruptTileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  CorruptTileException(String file, int level, int column, int row, IOException cause) {
    this(
        String.format(
            java.util.Locale.ROOT,
            "%s: the tile in column %d, row %d of level %d is corrupt: %s.",
            file,
            column,
            row,
            level,
            cause.getMessage()),
        cause);
  }
}
