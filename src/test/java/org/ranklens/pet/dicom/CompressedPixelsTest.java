package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranklens.RefusedException;

/** Compressed pixels as a file holds them: what the file says and what lies in it must agree. */
class CompressedPixelsTest {

  @TempDir Path folder;

  private DicomFile file(DicomWriter writer) throws IOException {
    Path file = folder.resolve("slice");
    writer.write(file);
    return DicomReader.embedded().read(file);
  }

  private static DicomWriter slice() {
    return new PetFixture().slices().get(0);
  }

  @Test
  void jpegOfTwelveBitsIsReadAndFlagged() throws IOException {
    DicomFile file =
        file(
            slice()
                .syntax(TransferSyntax.JPEG_EXTENDED)
                .set(Tag.COLUMNS, "21")
                .set(Tag.ROWS, "19")
                .set(Tag.BITS_STORED, "12")
                .set(Tag.HIGH_BIT, "11")
                .set(Tag.PIXEL_REPRESENTATION, "0")
                .fragment(ExtendedJpegDecoderTest.stream()));
    // Its first sample is 2048, off by 4 at most in libjpeg's decoder.
    assertThat(file.storedValues(0)[0]).isBetween(2044, 2052);
    assertThat(file.lossy()).isTrue();
  }

  static Stream<TransferSyntax> withoutDecoder() {
    return Arrays.stream(TransferSyntax.values())
        .filter(syntax -> syntax.codec() == TransferSyntax.Codec.NONE)
        .filter(syntax -> syntax != TransferSyntax.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("withoutDecoder")
  void whatHasNoDecoderIsRefusedByName(TransferSyntax syntax) throws IOException {
    DicomFile file = file(slice().syntax(syntax).fragment(new byte[64]));
    assertThatThrownBy(() -> file.storedValues(0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(syntax.words())
        .hasMessageContaining(syntax.uid());
  }

  @Test
  void pixelsOnAServerAreRefusedByTheNameOfTheirSyntax() throws IOException {
    DicomFile file = file(slice().syntax(TransferSyntax.JPIP).remove(Tag.PIXEL_DATA));
    assertThatThrownBy(() -> file.storedValues(0)).hasMessageContaining("JPIP");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferSyntax.class,
      names = {"RLE", "JPEG_LS", "JPEG_LOSSLESS_SV1", "JPEG_2000_LOSSLESS", "JPEG_EXTENDED"})
  void plainPixelsUnderTheNameOfACompressionAreRefused(TransferSyntax syntax) throws IOException {
    DicomFile file = file(slice().syntax(syntax));
    assertThatThrownBy(() -> file.storedValues(0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(syntax.words());
  }

  @Test
  void morePixelsThanRowsAndColumnsNeedAreRefused() throws IOException {
    DicomFile file = file(slice().set(Tag.ROWS, "1"));
    assertThatThrownBy(() -> file.storedValues(0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the pixels are too many")
        .hasMessageContaining("where 1 rows and 4 columns in 1 frames need 8");
  }

  @ParameterizedTest
  @CsvSource({"8,15", "8,7"})
  void valuesBeyondTheBitsStoredAreTold(String stored, String high) throws IOException {
    // 0x1234 has bits in both bytes.
    short[] pixels = new short[16];
    Arrays.fill(pixels, (short) 0x1234);
    DicomFile file =
        file(slice().set(Tag.BITS_STORED, stored).set(Tag.HIGH_BIT, high).pixels(pixels));
    assertThatThrownBy(() -> file.storedValues(0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its samples have values beyond the 8 bits")
        .hasMessageContaining("(0028,0101) BitsStored");
  }

  @Test
  void aPixelRepresentationThatIsNoneIsRefused() throws IOException {
    DicomFile file = file(slice().set(Tag.PIXEL_REPRESENTATION, "7"));
    assertThatThrownBy(() -> file.storedValues(0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is 7 instead of 0 or 1");
  }
}
