package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.report.PngFile;
import org.ranklens.report.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Writes a part of a slide as PNG: the pixels as the pipeline sees them.")
final class RegionCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private SlideArguments slideArguments;

  @Parameters(paramLabel = "SLIDE", description = "The slide's file.")
  private Path file;

  @Option(
      names = "--x",
      required = true,
      paramLabel = "X",
      description = "Left edge in level-0 pixels.")
  private int x;

  @Option(
      names = "--y",
      required = true,
      paramLabel = "Y",
      description = "Upper edge in level-0 pixels.")
  private int y;

  @Option(
      names = "--width",
      required = true,
      paramLabel = "W",
      description = "Width in pixels of the level.")
  private int width;

  @Option(
      names = "--height",
      required = true,
      paramLabel = "H",
      description = "Height in pixels of the level.")
  private int height;

  @Option(names = "--level", paramLabel = "L", description = "Level, 0 the largest (default: 0).")
  private int level;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The picture, a PNG file.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new UsageException(
          "--x and --y must be at least 0, --width and --height at least 1, not %s, %s, %s, %s"
              .formatted(x, y, width, height));
    }
    try (Slide slide = Slides.open(file, slideArguments.options(common.pluginFolder()))) {
      if (level < 0 || level >= slide.levels().size()) {
        throw new UsageException(
            "--level must be from 0 to " + (slide.levels().size() - 1) + ", not " + level);
      }
      RgbImage image = slide.read(region(slide.levels().get(level)));
      try {
        WholeFile.write(out, to -> PngFile.write(to, image.width(), image.height(), image.rgb()));
      } catch (IOException e) {
        throw new UsageException(out + ": can't be written; give another --out.");
      }
    }
    return ExitCode.DONE;
  }

  private Region region(Level of) {
    long left = (long) (x / of.downsample());
    long top = (long) (y / of.downsample());
    boolean within = left + width <= of.width() && top + height <= of.height();
    if (!within) {
      throw new UsageException(
          "the region leaves the level, which is " + of.width() + " x " + of.height() + " pixels");
    }
    return new Region(level, (int) left, (int) top, width, height);
  }
}
