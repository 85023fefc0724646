package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a DICOM slide's header says where Bio-Formats has no pixel size. */
class DicomHeaderTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  DicomHeaderTest() {
    bytes.writeBytes(new byte[128]);
    bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
  }

  private DicomHeaderTest element(int group, int tag, String vr, byte[] value) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) group).putShort((short) tag);
    head.put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) value.length);
    bytes.writeBytes(head.array());
    bytes.writeBytes(value);
    return this;
  }

  /** Begins a sequence of one item, both of undefined length. */
  private DicomHeaderTest sequence(int group, int tag) {
    ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) group).putShort((short) tag).put((byte) 'S').put((byte) 'Q');
    head.putShort((short) 0).putInt(-1);
    head.putShort((short) 0xfffe).putShort((short) 0xe000).putInt(-1);
    bytes.writeBytes(head.array());
    return this;
  }

  private static byte[] text(String text) {
    return (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private DicomHeader header() throws IOException {
    return DicomHeader.of(Files.write(folder.resolve("a.dcm"), bytes.toByteArray()));
  }

  @Test
  void theSharedGroupsTellTheSpacingInMillimetres() throws IOException {
    element(0x48, 6, "UL", number(1_000)).element(0x48, 7, "UL", number(800));
    sequence(0x5200, 0x9229).sequence(0x28, 0x9110);
    element(0x28, 0x30, "DS", text("0.00025\\0.000251"));
    PixelSize size = header().pixelSize(1_000);
    assertThat(size.microns().orElseThrow()).isCloseTo(0.251, within(1e-9));
    assertThat(size.source()).isEqualTo("DICOM's pixel spacing");
  }

  @Test
  void theSpacingOfASmallerLevelIsThatOfTheLargestTimesTheirRatio() throws IOException {
    element(0x48, 6, "UL", number(250)).element(0x28, 0x30, "DS", text("0.001\\0.001"));
    assertThat(header().pixelSize(1_000).microns().orElseThrow()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void theImagedVolumeTellsItWhereThereIsNoSpacing() throws IOException {
    element(0x48, 1, "FL", number(Float.floatToIntBits(0.5f)));
    element(0x48, 2, "FL", number(Float.floatToIntBits(0.4f)));
    element(0x48, 6, "UL", number(1_000)).element(0x48, 7, "UL", number(800));
    PixelSize size = header().pixelSize(1_000);
    assertThat(size.microns().orElseThrow()).isCloseTo(0.5, within(1e-6));
    assertThat(size.source()).isEqualTo("DICOM's imaged volume");
  }

  @Test
  void aReaderThatFindsLessThanTheMatrixHasNotTheWholeSlide() throws IOException {
    element(0x48, 6, "UL", number(3_236)).element(0x48, 7, "UL", number(2_638));
    assertThat(header().exceeds(new Level(0, 500, 500, 1))).isTrue();
    assertThat(header().exceeds(new Level(0, 3_236, 2_638, 1))).isFalse();
  }

  @Test
  void aHeaderThatEndsEarlyTellsWhatStandsBefore() throws IOException {
    element(0x28, 0x30, "DS", text("0.0005\\0.0005"));
    bytes.writeBytes(new byte[] {0x48, 0, 6});
    assertThat(header().pixelSize(100).microns()).hasValue(0.5);
  }
}
