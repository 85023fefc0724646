package org.ranklens.ihc;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * How fast cells are found once the JVM is warm, beside reading and deconvolving alone: wall-clock
 * time, and processor time, which other work on the machine disturbs less. Nothing is written.
 */
final class JobBenchmark {

  private static final int ROUNDS = 4;

  private JobBenchmark() {}

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[1]);
    SlideOptions options =
        new SlideOptions(
                ReaderChoice.AUTO,
                OptionalDouble.of(Double.parseDouble(args[2])),
                PluginFolders.none())
            .keepingTiles();
    try (Slide slide = Slides.open(Path.of(args[0]), options)) {
      Execution execution = new Execution(threads, Progress.silent());
      IhcSettings settings = IhcSettings.defaults();
      SlideSurvey survey = SlideSurvey.of(slide, settings.stain(), execution);
      ColourDeconvolution stains = new ColourDeconvolution(survey.stains(), 1, survey.light());
      RgbImage square = slide.read(new Region(0, 0, 0, 1024, 1024));
      Region all = new Region(0, 0, 0, slide.full().width(), slide.full().height());
      PlaneMemory memory = new PlaneMemory();
      double megapixels = 1e-6 * all.width() * all.height();
      measure("deconvolution of one square 100 times", 104.8576, () -> {
        for (int i = 0; i < 100; i++) {
          stains.deconvolve(square, 0, 0, memory);
          memory.release();
        }
      });
      measure("survey", megapixels, () -> SlideSurvey.of(slide, settings.stain(), execution));
      measure("cells", megapixels, () ->
          IhcAnalysis.run(
              slide, List.of(), settings, MarkerProtocol.none("RANK"), execution, cell -> {}));
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void measure(String what, double megapixels, Work work) throws Exception {
    com.sun.management.OperatingSystemMXBean machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long processor = machine.getProcessCpuTime();
      long begun = System.nanoTime();
      work.run();
      double wall = (System.nanoTime() - begun) / 1e9;
      double cpu = (machine.getProcessCpuTime() - processor) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f s, %.1f MP/s; %.2f s of processor time, %.1f MP/s%n",
          what, wall, megapixels / wall, cpu, megapixels / cpu);
    }
  }
}
