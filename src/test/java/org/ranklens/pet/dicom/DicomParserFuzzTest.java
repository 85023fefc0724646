package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Broken files end in a sentence that names file, tag and offset, never in another exception. */
class DicomParserFuzzTest {

  @TempDir Path folder;

  private static DicomWriter slice() {
    return new PetFixture().slices().get(0);
  }

  private String trouble(byte[] bytes) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    try {
      DicomFile dicom = DicomReader.embedded().read(file);
      Slice.of(dicom, 0).plane();
      dicom.storedValues(0);
      return "";
    } catch (IOException e) {
      assertThat(e.getMessage()).startsWith(file.toString());
      return e.getMessage();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferSyntax.class,
      names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "BIG_ENDIAN"})
  void everyTruncationIsTold(TransferSyntax syntax) throws IOException {
    byte[] whole = slice().syntax(syntax).bytes();
    assertThat(trouble(whole)).isEmpty();
    for (int length = 0; length < whole.length; length += 1 + length % 3) {
      assertThat(trouble(Arrays.copyOf(whole, length))).as("of %d bytes", length).isNotEmpty();
    }
  }

  @Test
  void truncationNamesTagAndOffset() throws IOException {
    byte[] whole = slice().bytes();
    assertThat(trouble(Arrays.copyOf(whole, whole.length - 1)))
        .contains("truncated")
        .contains("(7FE0,0010)")
        .contains("at offset");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferSyntax.class,
      names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "BIG_ENDIAN"})
  void noChangedByteEscapesAsAnotherException(TransferSyntax syntax) throws IOException {
    byte[] whole = slice().syntax(syntax).undefinedLengths().bytes();
    Random random = new Random(20250101);
    for (int round = 0; round < 600; round++) {
      byte[] fuzzed = whole.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        fuzzed[128 + random.nextInt(whole.length - 128)] = (byte) random.nextInt(256);
      }
      trouble(fuzzed);
    }
  }

  @Test
  void everyReferencePixelCodecSurvivesChangedBytes() throws IOException {
    Path oracle = ReferenceData.path("pet/transcoded_oracle");
    Random random = new Random(7);
    for (String syntax : new String[] {"rle", "jll", "p14", "j2k", "defl", "jls", "gjls"}) {
      byte[] whole = Files.readAllBytes(oracle.resolve("1-100." + syntax + ".dcm"));
      for (int round = 0; round < 12; round++) {
        byte[] fuzzed = whole.clone();
        for (int change = 0; change < 8; change++) {
          fuzzed[whole.length / 3 + random.nextInt(whole.length * 2 / 3)] =
              (byte) random.nextInt(256);
        }
        trouble(fuzzed);
      }
    }
  }

  @Test
  void nestingIsBounded() throws IOException {
    DicomWriter set = slice();
    DicomWriter inner = set;
    for (int depth = 0; depth < 200; depth++) {
      DicomWriter[] next = new DicomWriter[1];
      inner.item(Tag.REFERENCED_SERIES_SEQUENCE, item -> next[0] = item);
      inner = next[0];
    }
    assertThat(trouble(set.undefinedLengths().bytes())).contains("nested");
  }

  @Test
  void anEmptyFileAndATextFileAreNoDicom() throws IOException {
    Path file = folder.resolve("notes.txt");
    for (String content : new String[] {"", "case,weight\nA,70\n", "x".repeat(5000)}) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> DicomReader.embedded().read(file))
          .isInstanceOf(NotDicomException.class)
          .hasMessageContaining("not a DICOM file");
    }
  }
}
