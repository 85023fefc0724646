package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** The parser that is always there. */
final class EmbeddedReader implements DicomReader {

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public DicomFile read(Path file) throws IOException {
    return DicomParser.parse(file, number -> Tag.of(number).isPresent());
  }
}
