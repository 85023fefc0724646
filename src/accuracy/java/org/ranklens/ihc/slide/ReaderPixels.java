package org.ranklens.ihc.slide;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ranklens.plugin.PluginFolders;

/**
 * Reads regions for another program, as {@code ranklens region} does, but many by one process.
 *
 * <p>Lines in: {@code open READER FILE}, {@code read LEVEL X Y WIDTH HEIGHT} (in pixels of the
 * level). Lines out: {@code ok WIDTHxHEIGHT... MICRONS OBJECTIVE [OTHERS]} or {@code refused WHY};
 * then, for a region that is read, its RGB bytes.
 */
public final class ReaderPixels {

  private final SlideOptions options;
  private Slide slide;

  private ReaderPixels(Path plugins) {
    options =
        new SlideOptions(ReaderChoice.AUTO, OptionalDouble.empty(), PluginFolders.of(plugins));
  }

  /** Answers until the input ends. */
  public static void main(String[] args) throws IOException {
    ReaderPixels reader = new ReaderPixels(Path.of(args[0]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    OutputStream out = new BufferedOutputStream(System.out);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 3);
      try {
        if (words[0].equals("open")) {
          reader.open(ReaderChoice.valueOf(words[1]), Path.of(words[2]), out);
        } else {
          reader.read(line.split(" "), out);
        }
      } catch (IOException e) {
        say("refused " + e.getMessage().replace('\n', ' '), out);
      }
      out.flush();
    }
  }

  private void open(ReaderChoice choice, Path file, OutputStream out) throws IOException {
    if (slide != null) {
      slide.close();
      slide = null;
    }
    slide =
        Slides.open(file, new SlideOptions(choice, options.pixelSizeMicrons(), options.plugins()));
    String levels =
        slide.levels().stream()
            .map(level -> level.width() + "x" + level.height())
            .collect(Collectors.joining(" "));
    OptionalDouble micron = slide.pixelSizeMicrons();
    OptionalDouble power = slide.facts().objectivePower();
    String others =
        slide.facts().otherImages().stream()
            .map(other -> other.name().replace(' ', '-') + (other.scanned() ? "(warned)" : ""))
            .collect(Collectors.joining(","));
    say("ok %s %s %s %s".formatted(levels, text(micron), text(power), "[" + others + "]"), out);
  }

  private static String text(OptionalDouble number) {
    return number.isPresent()
        ? "%.5f".formatted(number.getAsDouble()).replaceFirst("\\.?0+$", "")
        : "unknown";
  }

  private void read(String[] numbers, OutputStream out) throws IOException {
    int[] of = new int[5];
    for (int i = 0; i < of.length; i++) {
      of[i] = Integer.parseInt(numbers[i + 1]);
    }
    RgbImage image = slide.read(new Region(of[0], of[1], of[2], of[3], of[4]));
    say("ok", out);
    out.write(image.rgb());
  }

  private static void say(String line, OutputStream out) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
