package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginFolders;

/**
 * What parses DICOM files: the embedded parser, or dcm4che where it is present. Both give the same
 * values. Thread-safe.
 */
public sealed interface DicomReader permits EmbeddedReader {

  /** Returns the embedded parser. */
  static DicomReader embedded() {
    return new EmbeddedReader();
  }

  /**
   * Returns the reader of a choice.
   *
   * @throws RefusedException where dcm4che is asked for and missing
   */
  static DicomReader of(DicomReaderChoice choice, PluginFolders plugins) throws RefusedException {
    if (choice == DicomReaderChoice.DCM4CHE) {
      throw new RefusedException(
          "dcm4che is not there",
          String.join(", ", plugins.folders().stream().map(Path::toString).toList()),
          "",
          "put dcm4che-core's jar there");
    }
    return embedded();
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
