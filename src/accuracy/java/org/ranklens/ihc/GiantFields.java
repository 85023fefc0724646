package org.ranklens.ihc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.ranklens.ihc.cell.SceneFile;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.HistologySettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.LookChange;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;
import org.ranklens.phantom.ihc.TissueLook;

/**
 * Makes the fields that the scores of giant cells are learned from: the reference fields as they
 * are and in other looks, two real slides without a giant cell, likewise, and phantoms of many
 * seeds and looks, a third of them without giant cells; and the fields of other renderers that the
 * folder holds. Arguments: folder, reference data, number of other looks, number of phantoms.
 */
public final class GiantFields {

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
  private static final double WIDTH_MICRONS = 680;
  private static final double HEIGHT_MICRONS = 520;

  private final Path folder;

  GiantFields(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    GiantFields fields = new GiantFields(Path.of(args[0]));
    Path reference = Path.of(args[1]);
    int looks = Integer.parseInt(args[2]);
    for (String name : REFERENCE) {
      Path from = reference.resolve("ihc/fields/" + name);
      fields.looks(name, from.resolve("field.tif"), OptionalDouble.empty(), looks);
      for (int look = 0; look <= looks; look++) {
        Files.copy(
            from.resolve("truth.json"),
            fields.folder.resolve(name + "~" + look + ".truth.json"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    fields.looks("ihc", reference.resolve("ihc/ihc.png"), OptionalDouble.of(0.5), looks);
    Path svs = reference.resolve("slides/CMU-1-Small-Region.svs");
    fields.looks("cmu", svs, OptionalDouble.empty(), Math.min(1, looks));
    fields.phantoms(0, Integer.parseInt(args[3]));
    fields.held("mosaic*.tif");
    fields.held("painted*.tif");
    fields.held("sections*.tif");
    fields.held("basins*.tif");
    fields.held("crowds*.tif");
    fields.held("contours*.tif");
  }

  /** Takes the slides that other renderers left in the folder. */
  private void held(String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
          scene(file.getFileName().toString().replace(".tif", ""), slide);
        }
      }
    }
  }

  void phantoms(int from, int to) throws IOException {
    for (int seed = from; seed < to; seed++) {
      phantom(seed);
    }
  }

  private void looks(String name, Path file, OptionalDouble pixelSize, int looks)
      throws IOException {
    SlideOptions defaults = SlideOptions.defaults();
    SlideOptions options = new SlideOptions(defaults.reader(), pixelSize, defaults.plugins());
    try (Slide slide = Slides.open(file, options)) {
      SlideSurvey survey = scene(name + "~0", slide);
      Repainter repainter = new Repainter(slide, survey.pixelSizeMicrons(), survey.stains());
      Random random = new Random(name.hashCode());
      for (int look = 1; look <= looks; look++) {
        LookChange change =
            new LookChange(
                between(random, 0.6, 1.3),
                name.startsWith("tissue") && look != 2 ? between(random, 0.3, 0.9) : 0,
                between(random, -5, 5),
                between(random, 0.92, 1.04),
                45 + random.nextInt(46),
                look);
        scene(name + "~" + look, repainter.in(change));
      }
    }
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private void phantom(int seed) throws IOException {
    IhcPhantomSettings settings = settings(seed);
    RenderedField field = IhcPhantom.render(settings);
    String name = "phantom" + seed + "~0";
    Path file = folder.resolve(name + ".tif");
    IhcPhantom.writeSlide(field, file);
    IhcPhantom.writeTruth(field, folder.resolve(name + ".truth.json"));
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      scene(name, slide);
    }
    Files.delete(file);
  }

  private static IhcPhantomSettings settings(int seed) {
    Random random = new Random(seed * 7919L + 3);
    StainPattern pattern =
        random.nextInt(4) == 0
            ? (random.nextBoolean() ? StainPattern.RANK : StainPattern.RANKL)
            : StainPattern.MIXED;
    TissueLook look =
        new TissueLook(
            seed % 2 == 1 ? between(random, 10, 70) : 0,
            random.nextBoolean() ? between(random, 20, 120) : 0,
            random.nextBoolean() ? between(random, 5, 30) : 0,
            random.nextBoolean() ? between(random, 0.2, 1) : 0,
            random.nextInt(3) == 0 ? between(random, 0.3, 1) : random.nextInt(3) == 0 ? 1 : 0,
            random.nextInt(3) == 0 ? between(random, 0.2, 1) : 0,
            true);
    HistologySettings histology =
        new HistologySettings(
            pattern,
            between(random, 0.3, 1),
            seed % 3 == 2 ? 0 : 9,
            random.nextBoolean() ? between(random, 0.1, 1) : 0,
            true,
            random.nextBoolean(),
            look);
    double pixelSize = PIXEL_SIZES_MICRONS[random.nextInt(PIXEL_SIZES_MICRONS.length)];
    FieldSettings field =
        new FieldSettings(
            (int) (WIDTH_MICRONS / pixelSize),
            (int) (HEIGHT_MICRONS / pixelSize),
            pixelSize,
            random.nextBoolean() ? 40 : 0);
    double white = between(random, 222, 247);
    CameraSettings camera =
        new CameraSettings(
            new Rgb(white + between(random, -3, 6), white, white - between(random, -3, 8)),
            between(random, 0, 0.08),
            between(random, 0.2, 0.7),
            between(random, 0.5, 3),
            50 + random.nextInt(46));
    return IhcPhantomSettings.of(pattern, seed)
        .withField(field)
        .withHistology(histology)
        .withStains(StainVectors.RUIFROK.turned(between(random, -5, 5)))
        .withCamera(camera);
  }

  private SlideSurvey scene(String name, Slide slide) throws IOException {
    FoundField field = FoundField.of(slide);
    SceneFile.write(field.finder(), field.grid(), folder.resolve(name + ".scene"));
    System.out.println(name);
    return field.survey();
  }
}
