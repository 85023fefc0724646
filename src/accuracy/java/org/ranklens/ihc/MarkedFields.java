package org.ranklens.ihc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.MarkedTable;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.stain.ColourDeconvolution;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.phantom.ihc.LookChange;

/**
 * Tells the shapes that may be nuclei of real fields of a nuclear marker, as they are and in other
 * looks. Arguments: folder to write to, folder of PNG fields of 0.25 micrometres per pixel, number
 * of other looks.
 */
public final class MarkedFields {

  private static final double PIXEL_MICRONS = 0.25;

  private MarkedFields() {}

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[1]))) {
      files = all.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    for (Path file : files) {
      looks(file, Path.of(args[0]), Integer.parseInt(args[2]));
    }
  }

  private static void looks(Path file, Path folder, int looks) throws IOException {
    String name = file.getFileName().toString().replace(".png", "");
    SlideOptions defaults = SlideOptions.defaults();
    try (Slide slide =
        Slides.open(
            file,
            new SlideOptions(
                defaults.reader(), OptionalDouble.of(PIXEL_MICRONS), defaults.plugins()))) {
      SlideSurvey survey = table(slide, folder.resolve(name + "~0.csv"));
      Repainter repainter = new Repainter(slide, PIXEL_MICRONS, survey.stains());
      Random random = new Random(name.hashCode());
      for (int look = 1; look <= looks; look++) {
        LookChange change =
            new LookChange(
                1,
                0,
                between(random, -4, 4),
                between(random, 0.92, 1.04),
                50 + random.nextInt(46),
                look);
        table(repainter.in(change), folder.resolve(name + "~" + look + ".csv"));
      }
    }
  }

  private static SlideSurvey table(Slide slide, Path file) throws IOException {
    SlideSurvey survey =
        SlideSurvey.of(slide, IhcSettings.defaults().stain(), Execution.single()).ofNuclearMarker();
    CellGrid grid = TilePlan.grid(slide.full(), survey.pixelSizeMicrons());
    TileFrame.Core core = new TileFrame.Core(0, 0, grid.width(), grid.height());
    Region all = new Region(0, 0, 0, grid.width() * grid.bin(), grid.height() * grid.bin());
    MarkedTable.write(
        new ColourDeconvolution(survey.stains(), grid.bin(), survey.light())
            .deconvolve(slide.read(all), 0, 0, new PlaneMemory()),
        new TileFrame(0, 0, core, grid.bin(), grid.pixelSizeMicrons()),
        file);
    return survey;
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
