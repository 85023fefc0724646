package org.ranklens.pet.dicom;

/** Which parser reads DICOM files. */
public enum DicomReaderChoice {
  /** dcm4che where it is present, the embedded parser otherwise. */
  AUTO,
  /** The embedded parser. */
  EMBEDDED,
  /** dcm4che, or a refusal where it is missing. */
  DCM4CHE
}
