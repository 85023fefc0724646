package org.ranklens.ihc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ranklens.ihc.cell.ReadingTable;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.HistologySettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.LookChange;
import org.ranklens.phantom.ihc.NucleusDab;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;
import org.ranklens.phantom.ihc.TissueLook;

/**
 * Makes the tables that the reading of cytoplasm is learned from: the reference fields as they are
 * and in four other looks, and phantoms of many seeds and looks; and of the fields of other
 * renderers that the folder holds, to judge by. Arguments: folder, reference data, number of
 * phantoms.
 */
public final class ReadingFields {

  private static final List<String> REFERENCE =
      List.of(
          "separate_a",
          "separate_b",
          "tissue_a",
          "tissue_b",
          "tissue_c",
          "tissue_d",
          "grainy_a",
          "grainy_b");

  private static final double[] PIXEL_SIZES_MICRONS = {0.25, 0.35, 0.5, 0.5, 0.5, 0.65};
  private static final double[] GRAINS = {0, 0.15, 0.15, 0.5, 0.8, 1};
  private static final double WIDTH_MICRONS = 500;
  private static final double HEIGHT_MICRONS = 450;
  private static final int LOOKS = 4;

  /** From this look on a field's DAB becomes granular, where it is not yet. */
  private static final int GRANULAR_LOOK = 3;

  private final Path folder;

  private ReadingFields(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    ReadingFields fields = new ReadingFields(Path.of(args[0]));
    for (String name : REFERENCE) {
      fields.reference(name, Path.of(args[1]).resolve("ihc/fields/" + name));
    }
    for (int seed = 0; seed < Integer.parseInt(args[2]); seed++) {
      fields.phantom(seed);
    }
    fields.held("{mosaic,painted,sections,basins,crowds,contours}*.tif");
  }

  private void held(String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".tif", "");
        try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
          table(name, slide, folder.resolve(name + ".truth.json"), 1);
        }
      }
    }
  }

  private void reference(String name, Path from) throws IOException {
    try (Slide slide = Slides.open(from.resolve("field.tif"), SlideOptions.defaults())) {
      SlideSurvey survey = table(name + "~0", slide, from.resolve("truth.json"), 1);
      Repainter repainter = new Repainter(slide, survey.pixelSizeMicrons(), survey.stains());
      Random random = new Random(name.hashCode());
      for (int look = 1; look <= LOOKS; look++) {
        boolean late = look >= GRANULAR_LOOK;
        if (late && name.startsWith("separate")) {
          break;
        }
        boolean granular = late && name.startsWith("tissue");
        LookChange change =
            new LookChange(
                between(random, 0.7, 1.2),
                granular ? between(random, 0.35, 0.85) : 0,
                between(random, -5, 5),
                between(random, 0.92, 1.04),
                granular ? 55 + random.nextInt(41) : 40 + random.nextInt(56),
                look);
        table(name + "~" + look, repainter.in(change), from.resolve("truth.json"), change.dab());
      }
    }
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private void phantom(int seed) throws IOException {
    Random random = new Random(seed * 7919L + 17);
    IhcPhantomSettings settings = settings(seed, random);
    RenderedField field = NucleusDab.render(settings, between(random, 0.05, 0.8));
    String name = "phantom" + seed + "~0";
    Path slideFile = folder.resolve(name + ".tif");
    Path truth = folder.resolve(name + ".truth");
    IhcPhantom.writeSlide(field, slideFile);
    IhcPhantom.writeTruth(field, truth);
    try (Slide slide = Slides.open(slideFile, SlideOptions.defaults())) {
      table(name, slide, truth, 1);
    }
    Files.delete(slideFile);
    Files.delete(truth);
  }

  /** Every sixth is hard: glands, lymphocytes, spindles; every third has membranes. */
  private static IhcPhantomSettings settings(int seed, Random random) {
    boolean hard = seed % 6 == 5;
    TissueLook look =
        new TissueLook(
            hard ? between(random, 10, 40) : 0,
            0,
            hard ? between(random, 5, 20) : 0,
            hard ? between(random, 0.2, 0.8) : 0,
            hard ? between(random, 0.3, 0.8) : 0,
            seed % 3 == 1 ? between(random, 0.2, 0.7) : 0,
            true);
    HistologySettings histology =
        new HistologySettings(
            StainPattern.MIXED,
            between(random, 0.1, 0.9),
            4,
            GRAINS[random.nextInt(GRAINS.length)],
            true,
            random.nextBoolean(),
            look);
    double pixelSize = PIXEL_SIZES_MICRONS[random.nextInt(PIXEL_SIZES_MICRONS.length)];
    double white = between(random, 222, 247);
    CameraSettings camera =
        new CameraSettings(
            new Rgb(white + between(random, -3, 6), white, white - between(random, -3, 8)),
            between(random, 0, 0.04),
            between(random, 0.25, 0.55),
            between(random, 0.8, 2.5),
            40 + random.nextInt(56));
    return IhcPhantomSettings.of(StainPattern.MIXED, seed)
        .withField(
            new FieldSettings(
                (int) (WIDTH_MICRONS / pixelSize),
                (int) (HEIGHT_MICRONS / pixelSize),
                pixelSize,
                random.nextBoolean() ? 40 : 0))
        .withHistology(histology)
        .withStains(StainVectors.RUIFROK.turned(between(random, -5, 5)))
        .withCamera(camera);
  }

  /** Writes {@code NAME.csv}, its truth, and how many times as much DAB as in the truth it has. */
  private SlideSurvey table(String name, Slide slide, Path truth, double dab) throws IOException {
    FoundField field = FoundField.of(slide);
    ReadingTable.write(
        field.finder(),
        field.grid(),
        field.stains(),
        field.reading(),
        IhcSettings.defaults().cell(),
        folder.resolve(name + ".csv"));
    Path copy = folder.resolve(name + ".truth.json");
    if (!truth.equals(copy)) {
      Files.copy(truth, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve(name + ".dab"), String.format(Locale.ROOT, "%.6f", dab));
    System.out.println(name);
    return field.survey();
  }
}
