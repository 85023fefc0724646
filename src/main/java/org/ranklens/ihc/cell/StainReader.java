package org.ranklens.ihc.cell;

import java.io.IOException;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Reads the stains of a part of a slide. */
public interface StainReader {

  /**
   * Reads an area.
   *
   * @param area in bins of the slide, within it
   * @param memory the planes are made in
   */
  StainImages read(TileFrame.Core area, PlaneMemory memory) throws IOException;
}
