package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;

/** What Ranklens calls of Bio-Formats' {@code IFormatReader}, by the same names. */
interface BioFormatsReader extends Closeable {

  void setFlattenedResolutions(boolean flattened) throws IOException;

  void setGroupFiles(boolean group) throws IOException;

  void setOriginalMetadataPopulated(boolean populated) throws IOException;

  void setMetadataStore(Object store) throws IOException;

  /** Chooses the value of pixels that were not scanned; version 6 leaves them black. */
  default void setFillColor(Byte value) throws IOException {}

  void setId(String file) throws IOException;

  String getFormat() throws IOException;

  int getSeriesCount() throws IOException;

  void setSeries(int series) throws IOException;

  int getResolutionCount() throws IOException;

  void setResolution(int resolution) throws IOException;

  int getSizeX() throws IOException;

  int getSizeY() throws IOException;

  int getSizeZ() throws IOException;

  int getEffectiveSizeC() throws IOException;

  int getRGBChannelCount() throws IOException;

  int getPixelType() throws IOException;

  int getBitsPerPixel() throws IOException;

  boolean isIndexed() throws IOException;

  boolean isFalseColor() throws IOException;

  boolean isInterleaved() throws IOException;

  boolean isLittleEndian() throws IOException;

  boolean isThumbnailSeries() throws IOException;

  /** Returns a size of tiles that suits the series and resolution. */
  int getOptimalTileWidth() throws IOException;

  int getOptimalTileHeight() throws IOException;

  /** Returns the file and those beside it that belong to it. */
  String[] getUsedFiles() throws IOException;

  /** Returns the number of the plane at a depth, channel and time. */
  int getIndex(int z, int c, int t) throws IOException;

  byte[] openBytes(int plane, int x, int y, int width, int height) throws IOException;
}
