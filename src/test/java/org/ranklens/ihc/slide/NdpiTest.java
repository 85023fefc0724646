package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;

/** Hamamatsu's files above 4 GB, whose form OpenSlide 4.0.1 and Bio-Formats 7.3.1 read likewise. */
class NdpiTest {

  private static final long FAR = 5L << 30;
  private static final String MAKER = "Hamamatsu";

  @TempDir Path folder;

  /** A classic TIFF with a link of eight bytes, and upper halves of values behind its entries. */
  private Path write() throws IOException {
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putLong(FAR + 100).flip();
    int upper = (int) (FAR >> 32);
    int lower = (int) FAR;
    ByteBuffer directory = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    directory.putShort((short) 3);
    entry(directory, 271, 2, MAKER.length(), lower);
    entry(directory, TiffTag.STRIP_OFFSETS, 4, 1, lower + 20);
    entry(directory, TiffTag.NDPI_FORMAT, 4, 1, 1);
    directory.putLong(0).putInt(upper).putInt(upper).putInt(0).flip();
    Path file = folder.resolve("large.ndpi");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE)) {
      channel.write(head, 0);
      channel.write(ByteBuffer.wrap(MAKER.getBytes(StandardCharsets.UTF_8)), FAR);
      channel.write(directory, FAR + 100);
    }
    return file;
  }

  private static void entry(ByteBuffer to, int tag, int type, int count, int value) {
    to.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  @Test
  void aboveFourGigabytesOffsetsHaveUpperHalves() throws IOException {
    try (TiffFile file = TiffFile.open(write())) {
      List<TiffDirectory> directories = file.directories();
      assertThat(directories).hasSize(1);
      assertThat(directories.get(0).text(271)).hasValue(MAKER);
      assertThat(directories.get(0).number(TiffTag.STRIP_OFFSETS, 0)).isEqualTo(FAR + 20);
      assertThat(directories.get(0).number(TiffTag.NDPI_FORMAT, 0)).isEqualTo(1);
    }
  }

  @Test
  void aboveFourGigabytesItIsLeftToBioFormatsToo() throws IOException {
    Path file = write();
    assertThatThrownBy(() -> Slides.open(file, SlideOptions.defaults()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("large.ndpi: is a Hamamatsu NDPI, which only Bio-Formats reads");
  }
}
