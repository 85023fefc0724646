package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What parses DICOM files: the embedded parser, or dcm4che where it is present. Both give the same
 * values. Thread-safe.
 */
public sealed interface DicomReader permits EmbeddedReader {

  /** Returns the embedded parser. */
  static DicomReader embedded() {
    return new EmbeddedReader();
  }

  /** Returns the reader's name and version, as provenance and {@code info} show it. */
  String name();

  /**
   * Reads a file's attributes, but not its pixels.
   *
   * @throws NotDicomException where the file is no DICOM file at all
   * @throws IOException where it is one, but broken: the message names file, tag and offset
   */
  DicomFile read(Path file) throws IOException;
}
