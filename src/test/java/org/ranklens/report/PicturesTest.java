package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  @TempDir Path folder;

  /** Noise, which no encoder makes smaller. */
  private List<Path> noise(int pictures) throws IOException {
    byte[] rgb = new byte[3 * 1200 * 900];
    new Random(7).nextBytes(rgb);
    Path png = folder.resolve("0.png");
    PngFile.write(png, 1200, 900, rgb);
    List<Path> files = new ArrayList<>(List.of(png));
    while (files.size() < pictures) {
      files.add(Files.copy(png, folder.resolve(files.size() + ".png")));
    }
    return files;
  }

  private static long bytes(Pictures pictures, List<Path> files) throws IOException {
    for (Path file : files) {
      pictures.embed(file);
    }
    return files.stream().mapToLong(file -> pictures.uri(file).length()).sum();
  }

  @Test
  void whatAPageHasNoRoomForIsLeftToALink() throws IOException {
    List<Path> files = noise(12);
    Pictures pictures = new Pictures(1);
    assertThat(bytes(pictures, files)).isLessThan(8_500_000);
    assertThat(pictures.uri(files.get(0))).startsWith("data:image/jpeg;base64,");
    assertThat(pictures.uri(files.get(11))).isEmpty();
  }

  @Test
  void manyPicturesAreSmallerPictures() throws IOException {
    List<Path> files = noise(12);
    assertThat(bytes(new Pictures(100), files.subList(0, 1)))
        .isLessThan(bytes(new Pictures(1), files.subList(0, 1)) / 2);
  }
}
