package org.ranklens.study;

import java.io.IOException;
import org.ranklens.ihc.CellSink;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.pet.PetResult;

/** Sees what a run finds while its files are written: front ends with windows show it. */
public interface Onlooker {

  /**
   * Begins a slide, before its first cell.
   *
   * @param slide open until the last cell has come
   * @return takes every cell, in the order of the rows
   */
  default CellSink slide(Slide slide) throws IOException {
    return cell -> {};
  }

  /** Takes the scans of a case, measured. */
  default void scans(PetResult result) throws IOException {}

  /** Returns one that looks away. */
  static Onlooker none() {
    return new Onlooker() {};
  }
}
