package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/** Looks at the stains of a tile in passing, so that nobody reads it once more. */
public interface StainLook {

  /** Takes the stains of a tile and what is around it; several threads may call it at once. */
  void look(StainImages images, TileFrame frame);
}
