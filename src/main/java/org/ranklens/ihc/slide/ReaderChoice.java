package org.ranklens.ihc.slide;

/** Which reader opens a slide. */
public enum ReaderChoice {
  /** The embedded one where it can, else Bio-Formats. */
  AUTO,
  /** The embedded reader of the TIFF family. */
  TIFF,
  BIOFORMATS
}
