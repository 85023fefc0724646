package org.ranklens.pet.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the reference data lies; whoever asks for what isn't there is skipped. */
public final class ReferenceData {

  private ReferenceData() {}

  /** Returns a file or folder of the reference data. */
  public static Path path(String relative) {
    Path path =
        Path.of(System.getProperty("ranklens.reference", "../shared/data")).resolve(relative);
    assumeTrue(Files.exists(path), () -> "reference data is missing: " + path);
    return path;
  }
}
