package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;

/** A CZI of three pieces: at byte 544, 676 and 808; its directory is at byte 940. */
class CziSegmentsTest {

  private static final int DIRECTORY = 940;
  private static final int SECOND_ENTRY = DIRECTORY + 32 + 128 + 72;

  @TempDir Path folder;

  private final byte[] bytes = TestCzi.ofPieces(3);

  private Path file(byte[] of) throws IOException {
    return Files.write(folder.resolve("a.czi"), of);
  }

  private ByteBuffer czi() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private AbstractThrowableAssert<?, ?> isRefused(byte[] of) throws IOException {
    Path file = file(of);
    return assertThatThrownBy(() -> CziSegments.check(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a.czi: is no whole CZI: ")
        .hasMessageContaining("copy it anew");
  }

  @Test
  void aWholeFileIsTaken() throws IOException {
    Path file = file(bytes);
    assertThatCode(() -> CziSegments.check(file)).doesNotThrowAnyException();
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    for (int length = 1; length < bytes.length; length += 7) {
      isRefused(Arrays.copyOf(bytes, length));
    }
    isRefused(Arrays.copyOf(bytes, 600))
        .hasMessageContaining(
            "the directory of its pieces should be at byte 940, but the file ends at byte 600");
  }

  @Test
  void aFileThatWasNotFinishedIsRefused() throws IOException {
    czi().putLong(32 + 52, 0);
    isRefused(bytes).hasMessageContaining("it has no directory of its pieces");
  }

  @Test
  void aPieceThatIsNotWhereTheDirectorySaysIsNamed() throws IOException {
    czi().putLong(SECOND_ENTRY + 6, 680);
    isRefused(bytes)
        .hasMessageContaining("piece 2 of 3 of it should be at byte 680, where something else is");
    czi().putLong(SECOND_ENTRY + 6, 1L << 40);
    isRefused(bytes)
        .hasMessageContaining("piece 2 of 3 of it should be at byte 1099511627776, but the file");
  }

  @Test
  void aPieceThatIsLongerThanTheFileIsNamed() throws IOException {
    czi().putLong(676 + 24, 5_000);
    isRefused(bytes)
        .hasMessageContaining(
            "piece 2 of 3 of it, 5000 bytes at byte 676, reaches past the end of the file");
  }

  @Test
  void aPieceInAnotherFileOfTheSlideIsNotLookedFor() throws IOException {
    czi().putLong(SECOND_ENTRY + 6, 1L << 40).putInt(SECOND_ENTRY + 14, 1);
    Path file = file(bytes);
    assertThatCode(() -> CziSegments.check(file)).doesNotThrowAnyException();
  }

  /** Bio-Formats goes by the piece's own entry. */
  @Test
  void aPieceThatContradictsTheDirectoryIsNamed() throws IOException {
    czi().putInt(676 + 32 + 16 + 32 + 4, 11);
    isRefused(bytes)
        .hasMessageContaining(
            "piece 2 of 3 says of itself another place or size than the directory");
  }

  @Test
  void partsOfAPieceThatItCannotHoldAreTold() throws IOException {
    czi().putInt(676 + 32, -5);
    isRefused(bytes)
        .hasMessageContaining("piece 2 of 3 holds -5, 0 and 12 bytes, which its 100 bytes can't");
  }

  /** Bio-Formats steps by it, and never came back. */
  @Test
  void aSegmentOfNegativeLengthIsTold() throws IOException {
    czi().putLong(16, -32);
    isRefused(bytes).hasMessageContaining("its segment at byte 0 claims -32 bytes [ZISRAWFILE]");
  }

  @Test
  void absurdCountsAreTold() throws IOException {
    czi().putInt(DIRECTORY + 32, -1);
    isRefused(bytes).hasMessageContaining("its directory lists -1 pieces");
    czi().putInt(DIRECTORY + 32, 3).putInt(SECOND_ENTRY + 28, 1_000);
    isRefused(bytes).hasMessageContaining("piece 2 has 1000 dimensions");
  }
}
