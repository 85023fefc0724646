package org.ranklens.ihc.slide;

import java.io.IOException;

/** What Ranklens calls of Bio-Formats' {@code MetadataRetrieve}, by the same names. */
interface BioFormatsMetadata {

  String getImageName(int image) throws IOException;

  /** Returns a {@link BioFormatsLength} to be, or null. */
  Object getPixelsPhysicalSizeX(int image) throws IOException;

  /** Returns a {@link BioFormatsLength} to be, or null. */
  Object getPixelsPhysicalSizeY(int image) throws IOException;

  String getObjectiveSettingsID(int image) throws IOException;

  int getInstrumentCount() throws IOException;

  int getObjectiveCount(int instrument) throws IOException;

  String getObjectiveID(int instrument, int objective) throws IOException;

  Double getObjectiveNominalMagnification(int instrument, int objective) throws IOException;
}
