package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.NucleusCounts;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.cell.SlideOverview;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ScoreSettings;
import org.ranklens.ihc.score.ZoneCounts;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.LightSurface;
import org.ranklens.ihc.stain.StainEstimate;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.VectorSource;
import org.ranklens.ihc.stain.WhitePoint;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.DensityMeasures;
import org.ranklens.pet.lesion.DensityMeasures.Calcified;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.UptakeMeasures;
import org.ranklens.pet.lesion.Voi;
import org.ranklens.pet.response.Calcification;
import org.ranklens.pet.response.Category;
import org.ranklens.pet.response.Criterion;
import org.ranklens.pet.response.Verdict;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.ScanConditions;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.pet.suv.SuvVolume;

/** A slide and a case's scans with results made up by hand, small enough to be looked through. */
final class Fixture {

  static final double PIXEL_MICRONS = 0.5;
  private static final List<IntensityClass> CLASSES = List.of(IntensityClass.values());
  static final int EDGE_PX = 1200;
  static final SlideLabel LABEL =
      new SlideLabel("case-01", "biopsy", "rank.tif", "RANK", "sample", "");
  static final Point3 LESION = new Point3(60, -20, 40);

  private Fixture() {}

  /** A pale slide with a brown square. */
  static ArraySlide slide() {
    byte[] rgb = new byte[3 * EDGE_PX * EDGE_PX];
    for (int i = 0; i < EDGE_PX * EDGE_PX; i++) {
      boolean brown = i % EDGE_PX > 500 && i / EDGE_PX > 500;
      rgb[3 * i] = (byte) (brown ? 150 : 238);
      rgb[3 * i + 1] = (byte) (brown ? 100 : 236);
      rgb[3 * i + 2] = (byte) (brown ? 60 : 240);
    }
    RgbImage image = new RgbImage(EDGE_PX, EDGE_PX, rgb);
    return new ArraySlide("rank.tif", "array", image, OptionalDouble.of(PIXEL_MICRONS));
  }

  /** A giant cell of five nuclei in the middle and mononuclear cells of every class around it. */
  static List<ScoredCell> cells() {
    List<ScoredCell> cells = new ArrayList<>();
    for (int y = 60; y < EDGE_PX; y += 80) {
      for (int x = 60; x < EDGE_PX; x += 80) {
        if (Math.hypot(x - 600, y - 600) > 90) {
          cells.add(mononuclear(cells.size() + 1, x, y));
        }
      }
    }
    cells.add(giant(cells.size() + 1));
    cells.sort(Comparator.comparingDouble(scored -> scored.cell().yPx()));
    return cells;
  }

  private static ScoredCell mononuclear(int id, double x, double y) {
    Optional<IntensityClass> found =
        id % 7 == 0 ? Optional.empty() : Optional.of(CLASSES.get(id % 4));
    Optional<CytoplasmOd> od =
        found.map(c -> new CytoplasmOd(0.2 * c.level() + 0.05, 0.1, 0.9, 0.5));
    Outline nucleus = circle(x, y, 9);
    return new ScoredCell(
        id,
        "",
        new Cell(
            Population.MONONUCLEAR,
            x,
            y,
            1,
            63.6,
            120.5,
            184.1,
            0.02,
            od,
            circle(x, y, 18),
            List.of(nucleus)),
        found);
  }

  private static ScoredCell giant(int id) {
    List<Outline> nuclei = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      nuclei.add(circle(600 + 35 * Math.cos(n * 1.257), 600 + 35 * Math.sin(n * 1.257), 11));
    }
    return new ScoredCell(
        id,
        "",
        new Cell(
            Population.MULTINUCLEATED,
            600,
            600,
            5,
            475.2,
            2200.0,
            2675.2,
            0.05,
            Optional.of(new CytoplasmOd(0.65, 0.64, 1.2, 0.98)),
            circle(600, 600, 75),
            nuclei),
        Optional.of(IntensityClass.STRONG));
  }

  private static Outline circle(double x, double y, double radius) {
    int points = 24;
    float[] xs = new float[points];
    float[] ys = new float[points];
    for (int i = 0; i < points; i++) {
      xs[i] = (float) (x + radius * Math.cos(2 * Math.PI * i / points));
      ys[i] = (float) (y + radius * Math.sin(2 * Math.PI * i / points));
    }
    return new Outline(xs, ys);
  }

  static IhcResult slideResult(String... warnings) {
    ScoreSettings settings = ScoreSettings.defaults();
    ClassCounts mononuclear = new ClassCounts(40, 50, 60, 30);
    ClassCounts giant = new ClassCounts(0, 0, 0, 1);
    RegionScore whole =
        new RegionScore(
            "",
            0.35,
            Map.of(Artefact.PEN, 0.012),
            List.of(
                PopulationScore.of(Population.ALL, 210, mononuclear.plus(giant), settings),
                PopulationScore.of(Population.MULTINUCLEATED, 1, giant, settings),
                PopulationScore.of(Population.MONONUCLEAR, 209, mononuclear, settings)),
            new NucleusCounts(new java.util.TreeMap<>(java.util.Map.of(5, 1L))),
            new ZoneCounts(100, 200, 300, 400, 50));
    return new IhcResult(
        new StainEstimate(
            new WhitePoint(240, 239, 241), StainMatrix.ruifrok(), VectorSource.GIVEN, List.of()),
        PIXEL_MICRONS,
        0.35,
        List.of(whole),
        MarkerProtocol.none("RANK"),
        List.of(warnings),
        Optional.of(new ShowField(100, 200, 1000, 750)),
        tissue(),
        LightSurface.even(),
        List.of());
  }

  private static TissueMask tissue() {
    byte[] grey = new byte[3 * 100 * 75];
    java.util.Arrays.fill(grey, (byte) 180);
    RgbImage squares = new RgbImage(100, 75, grey);
    boolean[] pen = new boolean[100 * 75];
    java.util.Arrays.fill(pen, 500, 560, true);
    return TissueMask.of(
            new SlideOverview(squares, squares, 16, 8),
            new WhitePoint(240, 239, 241),
            StainMatrix.ruifrok())
        .without(Artefact.PEN, pen);
  }

  static void writeSlide(Path folder, String... warnings) throws IOException {
    CellFiles cells = new CellFiles(folder, LABEL, slide().full(), PIXEL_MICRONS);
    try (cells) {
      for (ScoredCell cell : cells()) {
        cells.accept(cell);
      }
    }
    IhcResult result = slideResult(warnings);
    IhcTable.write(folder, LABEL, result);
    SlideReport.write(
        folder,
        LABEL,
        Optional.of(LocalDate.of(2024, 1, 5)),
        slide(),
        result,
        cells,
        org.ranklens.Progress.silent());
    provenance("rank.tif").write(folder);
    HtmlReport.ofItem(folder);
  }

  static Provenance provenance(String input) {
    return new Provenance(
        "ihc",
        Json.object().put("weakOd", 0.2),
        List.of(new Provenance.Input(input, 12, "ab".repeat(32), "2024-01-05T10:00:00Z")),
        List.of(input + ": array"),
        2,
        1536,
        "1/1",
        new Provenance.OneItem("ok", "", "cd".repeat(32)));
  }

  /** Two scans: a hot ball that is gone and dense in the second. */
  static PetResult scans() {
    TimePoint before = scan("baseline", LocalDate.of(2024, 1, 10), true);
    TimePoint after = scan("followup", LocalDate.of(2024, 7, 3), false);
    return new PetResult(
        List.of(before, after),
        List.of(
            verdict(Criterion.PERCIST_1_0, "sul_peak"), verdict(Criterion.EORTC_1999, "suvbw_max")),
        List.of(),
        List.of());
  }

  private static Verdict verdict(Criterion criterion, String metric) {
    return new Verdict(
        "baseline",
        "followup",
        criterion,
        metric,
        OptionalDouble.of(7.1),
        OptionalDouble.of(1.2),
        OptionalDouble.of(-83.1),
        0,
        Optional.of(Category.CMR),
        List.of("uptake time differs by 22 min"),
        "no lesion above the liver's mean",
        OptionalDouble.of(410),
        OptionalDouble.of(420),
        OptionalDouble.of(3.2),
        Optional.of(Calcification.INCREASED),
        List.of(),
        Optional.empty());
  }

  private static TimePoint scan(String name, LocalDate date, boolean hot) {
    Geometry pet =
        Geometry.axial(64, 64, 60, new Point3(-200, -200, -120), new Point3(6.3, 6.3, 5));
    float[] suv = new float[(int) pet.voxels()];
    short[] hu = new short[suv.length];
    List<Integer> inside = new ArrayList<>();
    for (int index = 0; index < suv.length; index++) {
      int slice = index / 4096;
      int row = index / 64 % 64;
      Point3 p = pet.toPatient(index % 64, row, slice);
      boolean body = Math.hypot(p.xMm() / 180, p.yMm() / 110) < 1;
      double r = p.distanceTo(LESION);
      suv[index] = (float) (body ? 0.6 + (hot ? 7.4 * Math.exp(-r * r / 300) : 0) : 0);
      hu[index] = (short) (body ? (r < 16 ? (hot ? 60 : 480) : 30) : -1000);
      if (r < 16) {
        inside.add(index);
      }
    }
    Voi voi = new Voi(pet, inside.stream().mapToInt(i -> i).toArray());
    LesionMeasurement lesion = lesion(voi, hot);
    return new TimePoint(
        name,
        Optional.of(date),
        "embedded",
        report(date),
        new SuvVolume(pet, suv, BodyFactors.unknown()),
        Optional.of(new CtVolume(pet, hu, CtProtocol.unknown())),
        List.of(),
        3.2,
        "1.5 x liver mean + 2 SD",
        List.of(lesion),
        List.of(),
        List.of());
  }

  private static LesionMeasurement lesion(Voi voi, boolean hot) {
    Optional<UptakeMeasures> uptake =
        hot
            ? Optional.of(
                new UptakeMeasures(
                    voi.size(),
                    voi.ml(),
                    8.0,
                    4.4,
                    7.0,
                    7.1,
                    OptionalDouble.of(5.5),
                    OptionalDouble.empty(),
                    75,
                    31,
                    LESION))
            : Optional.empty();
    double median = hot ? 60 : 480;
    Calcified calcified = new Calcified(hot ? 0 : 14, hot ? 0 : 0.9);
    DensityMeasures density =
        new DensityMeasures(
            100,
            median + 2,
            median,
            median - 20,
            median + 20,
            median + 40,
            calcified,
            calcified,
            calcified,
            0,
            0,
            0);
    return new LesionMeasurement(
        "L1",
        Optional.of(LESION),
        hot ? Optional.of(voi) : Optional.empty(),
        Optional.of(voi),
        uptake,
        OptionalDouble.of(hot ? 8.0 : 0.6),
        Optional.of(density),
        false,
        List.of(),
        Optional.empty());
  }

  private static SuvReport report(LocalDate date) {
    return new SuvReport(
        "0123456789abcdef",
        "GE",
        "BQML",
        "START",
        "",
        2.429029766e-4,
        2.429029766e-4,
        Optional.of(LocalDateTime.of(2024, 1, 10, 9, 0)),
        "acquisition time equals series time",
        OptionalDouble.of(61),
        OptionalDouble.of(0),
        Optional.empty(),
        List.of(),
        List.of(),
        new ScanConditions(
            Optional.of(date),
            "",
            "GE",
            "Discovery",
            "",
            "FDG",
            OptionalDouble.of(3.5e8),
            OptionalDouble.of(70),
            OptionalDouble.of(61)));
  }

  static void writeScans(Path folder) throws IOException {
    PetResult result = scans();
    PetTables.write(folder, "case-01", result);
    ScanReport.write(folder, "case-01", result, org.ranklens.Execution.single());
    provenance("baseline/000001").write(folder);
    HtmlReport.ofItem(folder);
  }
}
