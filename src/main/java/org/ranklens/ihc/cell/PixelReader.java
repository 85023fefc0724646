package org.ranklens.ihc.cell;

import java.io.IOException;
import org.ranklens.ihc.slide.RgbImage;

/** Reads the colours of a part of a slide. */
public interface PixelReader {

  /** Reads a rectangle of level-0 pixels, within the slide. */
  RgbImage read(int xPx, int yPx, int widthPx, int heightPx) throws IOException;
}
