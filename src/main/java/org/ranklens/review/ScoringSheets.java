package org.ranklens.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.ranklens.Progress;
import org.ranklens.agreement.Reading;
import org.ranklens.agreement.ReadingsFile;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.report.ResultFolder;

/**
 * Makes what a blinded reading by hand needs: under {@code for-readers} a page of coded pictures
 * per slide and {@code scoring.csv}, under {@code key} what the codes mean and how the machine
 * reads the very same fields.
 */
public final class ScoringSheets {

  /** What readers get. */
  public static final String FOR_READERS = "for-readers";

  /** What readers must not see. */
  public static final String KEY = "key";

  private ScoringSheets() {}

  /**
   * Writes the sheets.
   *
   * @return how many slides they are of
   */
  public static int write(SheetSettings settings, PluginFolders plugins, Progress progress)
      throws IOException {
    List<ScoredSlide> slides = new ArrayList<>(new ScoredSlides(settings).read());
    Collections.shuffle(slides, new Random(settings.seed()));
    List<Sheet> sheets = new ArrayList<>();
    List<Reading> machine = new ArrayList<>();
    try (ResultFolder folder = ResultFolder.beginInside(settings.out())) {
      Path readers = Files.createDirectory(folder.path().resolve(FOR_READERS));
      Path key = Files.createDirectory(folder.path().resolve(KEY));
      for (ScoredSlide slide : slides) {
        progress.check();
        Sheet sheet = sheet(slide, sheets.size(), settings, plugins, readers);
        sheets.add(sheet);
        machine.addAll(machineReadings(sheet));
      }
      ScoringTable.write(readers.resolve("scoring.csv"), sheets);
      SheetPages.writeIndex(readers, sheets);
      KeyFile.write(key.resolve("key.csv"), sheets, settings.seed());
      ReadingsFile.write(key.resolve(SheetCollector.MACHINE_FILE), machine);
      folder.moveUp();
    }
    return sheets.size();
  }

  private static Sheet sheet(
      ScoredSlide scored, int index, SheetSettings settings, PluginFolders plugins, Path readers)
      throws IOException {
    String code = String.format(Locale.ROOT, "S%02d", index + 1);
    SlideOptions options =
        new SlideOptions(ReaderChoice.AUTO, ScoredSlides.pixelSize(scored), plugins);
    try (Slide slide = Slides.open(scored.file(), options)) {
      Random random = new Random(settings.seed() * 1_000_003 + scored.name().hashCode());
      List<Field> fields =
          FieldChooser.choose(scored, slide.full(), settings.fieldsPerSlide(), random);
      Sheet sheet = new Sheet(code, scored, fields);
      SheetPages.write(readers, sheet, slide);
      return sheet;
    }
  }

  /** What the machine says of exactly the fields that are shown. */
  private static List<Reading> machineReadings(Sheet sheet) {
    List<Reading> readings = new ArrayList<>();
    for (Population population : Population.onEverySlide()) {
      ClassCounts counts = ClassCounts.none();
      for (MachineCell cell : sheet.slide().cells()) {
        if (belongs(cell, population) && shown(cell, sheet)) {
          counts = plus(counts, cell);
        }
      }
      readings.addAll(
          HandScore.readings(
              sheet.slide().caseCode(),
              sheet.slide().name(),
              population,
              counts,
              Reading.MACHINE,
              "",
              OptionalDouble.empty(),
              ""));
    }
    return readings;
  }

  private static boolean belongs(MachineCell cell, Population population) {
    return population == Population.ALL
        || cell.multinucleated() == (population == Population.MULTINUCLEATED);
  }

  private static boolean shown(MachineCell cell, Sheet sheet) {
    return sheet.fields().stream().anyMatch(field -> field.holds(cell.xPx(), cell.yPx()));
  }

  private static ClassCounts plus(ClassCounts counts, MachineCell cell) {
    if (cell.intensityClass().isEmpty()) {
      return counts;
    }
    int level = cell.intensityClass().getAsInt();
    return counts.plus(
        new ClassCounts(
            level == 0 ? 1 : 0, level == 1 ? 1 : 0, level == 2 ? 1 : 0, level == 3 ? 1 : 0));
  }
}
