package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One PET and one CT slice, transcoded by other programs, against their source. */
class TransferSyntaxOracleTest {

  private static final String[] IMAGES = {"1-100", "ct"};

  private static DicomFile read(String name) throws IOException {
    Path folder = ReferenceData.path("pet/transcoded_oracle");
    return DicomReader.embedded().read(folder.resolve(name + ".dcm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "be", "defl", "expl", "impl", "rle", "grle", "jll", "p14", "gjpg", "j2k", "jls", "gjls"
      })
  void losslessPixelsAreIdenticalToTheirSource(String syntax) throws IOException {
    for (String image : IMAGES) {
      DicomFile transcoded = read(image + "." + syntax);
      assertThat(transcoded.storedValues(0))
          .as("%s as %s", image, transcoded.transferSyntaxInWords())
          .isEqualTo(read(image + ".SOURCE").storedValues(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"1-100.j2kl", "ct.j2kl"})
  void lossyPixelsAreFlagged(String name) throws IOException {
    DicomFile file = read(name);
    assertThat(file.lossy()).as(file.transferSyntaxInWords()).isTrue();
    assertThat(file.storedValues(0))
        .hasSize(
            file.dataSet().requireInteger(Tag.ROWS) * file.dataSet().requireInteger(Tag.COLUMNS));
  }
}
