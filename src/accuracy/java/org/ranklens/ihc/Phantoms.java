package org.ranklens.ihc;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.HistologySettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.StainVectors;
import org.ranklens.phantom.ihc.TissueLook;

/**
 * Renders phantoms of many seeds and looks and scores them with default settings. Writes {@code
 * LOOK~SEED/} with the truth and what the scoring script reads. Arguments: folder, first seed,
 * number of seeds.
 */
public final class Phantoms {

  private static final double FIELD_MICRONS = 600;
  private static final Rgb WHITE = new Rgb(243, 242, 240);

  private record Look(
      double crowding,
      double grain,
      TissueLook tissue,
      double turnDegrees,
      double light,
      int quality,
      double pixelSizeMicrons) {

    static final Look PLAIN = new Look(0.45, 0.15, TissueLook.PLAIN, 0, 1, 85, 0.5);

    Look cells(double crowded, double granular, TissueLook look) {
      return new Look(crowded, granular, look, turnDegrees, light, quality, pixelSizeMicrons);
    }

    Look camera(double degrees, double brightness, int jpeg, double micron) {
      return new Look(crowding, grain, tissue, degrees, brightness, jpeg, micron);
    }
  }

  private static final TissueLook MEMBRANES = new TissueLook(0, 0, 0, 0, 0, 0.6, true);
  private static final TissueLook EVERYTHING = new TissueLook(30, 0, 15, 0.6, 0.5, 0.3, true);

  private static Map<String, Look> looks() {
    Look plain = Look.PLAIN;
    Look granular = plain.cells(0.45, 0.8, TissueLook.PLAIN);
    Map<String, Look> looks = new LinkedHashMap<>();
    looks.put("plain", plain);
    looks.put("apart, smooth", plain.cells(0.1, 0, TissueLook.PLAIN));
    looks.put("crowded", plain.cells(0.85, 0.15, TissueLook.PLAIN));
    looks.put("stains +5 degrees", plain.camera(5, 1, 85, 0.5));
    looks.put("stains -5 degrees", plain.camera(-5, 1, 85, 0.5));
    looks.put("darker by 10 %", plain.camera(0, 0.9, 85, 0.5));
    looks.put("JPEG 95", plain.camera(0, 1, 95, 0.5));
    looks.put("JPEG 60", plain.camera(0, 1, 60, 0.5));
    looks.put("JPEG 40", plain.camera(0, 1, 40, 0.5));
    looks.put("0.25 um per pixel", plain.camera(0, 1, 85, 0.25));
    looks.put("granular, lopsided", granular);
    looks.put("granular, JPEG 40", granular.camera(0, 1, 40, 0.5));
    looks.put("membranous", plain.cells(0.45, 0.5, MEMBRANES));
    looks.put("glands, lymphocytes, spindles", plain.cells(0.6, 0.4, EVERYTHING));
    return looks;
  }

  private Phantoms() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int first = Integer.parseInt(args[1]);
    int seeds = Integer.parseInt(args[2]);
    for (Map.Entry<String, Look> look : looks().entrySet()) {
      for (int seed = first; seed < first + seeds; seed++) {
        one(folder.resolve(look.getKey() + "~" + seed), look.getValue(), seed);
      }
    }
  }

  private static void one(Path folder, Look look, int seed) throws IOException {
    Files.createDirectories(folder);
    int edge = (int) Math.round(FIELD_MICRONS / look.pixelSizeMicrons());
    HistologySettings histology =
        new HistologySettings(
            StainPattern.MIXED, look.crowding(), 8, look.grain(), true, true, look.tissue());
    CameraSettings camera =
        new CameraSettings(
            new Rgb(
                WHITE.red() * look.light(),
                WHITE.green() * look.light(),
                WHITE.blue() * look.light()),
            0.02,
            0.35,
            1.5,
            look.quality());
    RenderedField field =
        IhcPhantom.render(
            IhcPhantomSettings.of(StainPattern.MIXED, seed)
                .withField(new FieldSettings(edge, edge, look.pixelSizeMicrons(), 40))
                .withHistology(histology)
                .withStains(StainVectors.RUIFROK.turned(look.turnDegrees()))
                .withCamera(camera));
    Path file = folder.resolve("slide.tif");
    IhcPhantom.writeSlide(field, file);
    IhcPhantom.writeTruth(field, folder.resolve("truth.json"));
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      score(slide, folder);
    }
    Files.delete(file);
  }

  private static void score(Slide slide, Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    IhcResult result =
        IhcAnalysis.run(
            slide,
            List.of(),
            IhcSettings.defaults(),
            MarkerProtocol.none("RANK"),
            Execution.single(),
            cell -> rows.add(row(cell)));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("cells.csv")))) {
      out.println("population,x_px,y_px,nuclei,cytoplasm_dab_od_mean,intensity_class");
      rows.forEach(out::println);
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("ihc.csv")))) {
      out.println("roi,population,h_score,positive_percent");
      result
          .regions()
          .get(0)
          .populations()
          .forEach(
              score -> {
                if (score.hScore().isPresent()) {
                  out.println(
                      String.format(
                          Locale.ROOT,
                          ",%s,%.2f,%.2f",
                          score.population().csvName(),
                          score.hScore().getAsDouble(),
                          score.positivePercent().getAsDouble()));
                }
              });
    }
  }

  private static String row(ScoredCell scored) {
    return String.format(
        Locale.ROOT,
        "%s,%.2f,%.2f,%d,%s,%s",
        scored.cell().population().csvName(),
        scored.cell().xPx(),
        scored.cell().yPx(),
        scored.cell().nuclei(),
        scored.cell().cytoplasm().map(CytoplasmOd::mean).map(Object::toString).orElse(""),
        scored.intensityClass().map(c -> Integer.toString(c.level())).orElse(""));
  }
}
