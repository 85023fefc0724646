package org.ranklens.ihc;

import java.io.IOException;

/** Takes the cells of a slide as they are found, always in the same order. */
public interface CellSink {

  /** Takes one cell. It is called by one thread at a time. */
  void accept(ScoredCell cell) throws IOException;
}
