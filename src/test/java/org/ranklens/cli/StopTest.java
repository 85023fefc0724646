package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a large slide, by a real process and a real signal. */
class StopTest {

  private static final int EDGE = 16_384;
  private static final int TILE = 256;

  @TempDir private Path folder;

  @Test
  void ctrlCEndsWithinTwoSecondsWith130AndLeavesNothingHalfWritten()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
    assumeTrue(interruptIsHeard(), "this process was started to ignore Ctrl-C");
    Path slide = folder.resolve("large.tif");
    Files.write(slide, repeatedTile());
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ranklens.cli.Main",
                "ihc",
                slide.toString(),
                "--marker",
                "RANK",
                "--pixel-size-um",
                "0.5",
                "--threads",
                "2",
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
      while (!Files.readString(log).contains(" s left")) {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(patience);
        Thread.sleep(100);
      }
      long asked = System.nanoTime();
      new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

      double seconds = (System.nanoTime() - asked) / 1e9;
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(seconds).as(Files.readString(log)).isLessThan(2.5);
      assertThat(Files.readString(log)).doesNotContain("before it could clean up");
      try (Stream<Path> left = Files.exists(out) ? Files.walk(out) : Stream.empty()) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** Linux tells the ignored signals as bits; SIGINT is 2. */
  private static boolean interruptIsHeard() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .allMatch(line -> (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 2) == 0);
  }

  /** Returns a TIFF of one JPEG tile of cells, over and over. */
  private static byte[] repeatedTile() throws IOException {
    byte[] jpeg = tile();
    int tiles = EDGE / TILE * (EDGE / TILE);
    int[][] tags = {
      {256, 4, 1, EDGE},
      {257, 4, 1, EDGE},
      {258, 3, 3, 0},
      {259, 3, 1, 7},
      {262, 3, 1, 6},
      {277, 3, 1, 3},
      {322, 4, 1, TILE},
      {323, 4, 1, TILE},
      {324, 4, tiles, 0},
      {325, 4, tiles, 0}
    };
    int bits = 8 + 2 + 12 * tags.length + 4;
    int offsets = bits + 8;
    int counts = offsets + 4 * tiles;
    int data = counts + 4 * tiles;
    tags[2][3] = bits;
    tags[8][3] = offsets;
    tags[9][3] = counts;
    ByteBuffer file = ByteBuffer.allocate(data + jpeg.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    file.putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
    }
    file.putInt(0);
    file.putShort((short) 8).putShort((short) 8).putShort((short) 8).putShort((short) 0);
    for (int i = 0; i < tiles; i++) {
      file.putInt(data);
    }
    for (int i = 0; i < tiles; i++) {
      file.putInt(jpeg.length);
    }
    return file.put(jpeg).array();
  }

  private static byte[] tile() throws IOException {
    BufferedImage image = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(238, 236, 240));
    graphics.fillRect(0, 0, TILE, TILE);
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      int x = 40 * (i % 5) + 15 + random.nextInt(10);
      int y = 50 * (i / 5) + 15 + random.nextInt(10);
      graphics.setColor(i % 2 == 0 ? new Color(170, 120, 80) : new Color(225, 222, 232));
      graphics.fillOval(x, y, 32, 32);
      graphics.setColor(new Color(90, 85, 150));
      graphics.fillOval(x + 8, y + 8, 15, 15);
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
