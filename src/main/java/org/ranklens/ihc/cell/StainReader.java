package org.ranklens.ihc.cell;

import java.io.IOException;
import org.ranklens.ihc.stain.StainImages;

/** Reads the stains of a part of a slide. */
public interface StainReader {

  /**
   * Reads an area.
   *
   * @param area in bins of the slide, within it
   */
  StainImages read(TileFrame.Core area) throws IOException;
}
