package org.ranklens.cli;

import org.ranklens.pet.dicom.DicomReaderChoice;
import picocli.CommandLine.Option;

/** Who reads DICOM files: the option of every command that takes scans alone. */
final class ScanReaderArgument {

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description = "auto, embedded or dcm4che (default: auto).")
  private DicomReaderChoice reader = DicomReaderChoice.AUTO;

  DicomReaderChoice choice() {
    return reader;
  }
}
