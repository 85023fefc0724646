package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;
import org.ranklens.plugin.PluginLoader;

/**
 * What parses DICOM files: the embedded parser, or dcm4che where it is present. Both give the same
 * values. Thread-safe.
 */
public sealed interface DicomReader permits EmbeddedReader, Dcm4cheReader {

  /** Returns the embedded parser. */
  static DicomReader embedded() {
    return new EmbeddedReader();
  }

  /**
   * Returns the reader of a choice.
   *
   * @throws IOException where dcm4che is asked for and missing, or there and incomplete
   */
  static DicomReader of(DicomReaderChoice choice, PluginFolders plugins) throws IOException {
    if (choice == DicomReaderChoice.EMBEDDED) {
      return embedded();
    }
    Optional<PluginLoader> loader = plugins.find(PluginLibrary.DCM4CHE);
    if (loader.isPresent()) {
      return new Dcm4cheReader(Dcm4cheLibrary.bind(loader.get()));
    }
    if (choice == DicomReaderChoice.AUTO) {
      return embedded();
    }
    throw new RefusedException("dcm4che is not there", "", "", PluginLibrary.DCM4CHE.remedy());
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
