package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ranklens.Execution;
import org.ranklens.pet.PetResult;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.report.ItemPage.Event;
import org.ranklens.report.ItemPage.PageFigure;
import org.ranklens.report.ItemPage.Place;
import org.ranklens.report.figure.Canvas;
import org.ranklens.report.figure.LesionFigure;
import org.ranklens.report.figure.MipFigure;
import org.ranklens.report.figure.NormalTissueFigure;
import org.ranklens.report.figure.TrendFigure;

/** Writes the figures of a case's scans, and what their page says. */
public final class ScanReport {

  /** Pages of dozens of lesions are read by nobody; all of them stand in the tables. */
  private static final int MOST_LESIONS = 12;

  /**
   * A scan of which only name and day are known.
   *
   * @param timepoint its name
   * @param date its day
   */
  public record Scan(String timepoint, Optional<LocalDate> date) {}

  private ScanReport() {}

  /** Writes {@code figures/} and {@code item.json}. */
  public static void write(Path folder, String caseCode, PetResult result, Execution execution)
      throws IOException {
    List<PageFigure> figures = new ArrayList<>();
    List<String> lesions = lesions(result);
    execution.progress().check();
    figures.add(
        SlideReport.save(
            folder,
            MipFigure.draw(result),
            new PageFigure(
                "figures/mip.png",
                "Uptake of the whole scan",
                "Maximum-intensity projections from the front at one scale. Red rings: lesions;"
                    + " blue rings: sites of earlier lesions that take up no more; green: the reference"
                    + " regions of liver and blood.",
                "Projections of the whole scan with " + lesions.size() + " lesions ringed",
                Place.SECTION)));
    LesionFigure panels = new LesionFigure(result);
    for (int i = 0; i < Math.min(MOST_LESIONS, lesions.size()); i++) {
      execution.progress().check();
      figures.add(lesion(folder, panels, lesions.get(i), i + 1));
    }
    if (result.timepoints().size() > 1 && !lesions.isEmpty()) {
      figures.add(
          SlideReport.save(
              folder,
              TrendFigure.draw(result),
              new PageFigure(
                  "figures/trend.png",
                  "Trend of each lesion",
                  "Largest uptake and median density at each lesion's site from scan to scan.",
                  "Two charts: SUVmax and median HU of every lesion at every scan",
                  Place.SECTION)));
    }
    Optional<Canvas> normal = NormalTissueFigure.draw(result);
    if (normal.isPresent()) {
      figures.add(
          SlideReport.save(
              folder,
              normal.get(),
              new PageFigure(
                  "figures/normal-tissue.png",
                  "Normal tissue",
                  "Where liver and blood were measured that lesions are compared with: the sphere"
                      + " of 3 cm and the cylinder of 1 x 2 cm, whole, PET/CT fused.",
                  "Axial and coronal PET/CT through the sphere in the liver and the cylinder in the"
                      + " aorta of every scan",
                  Place.SECTION)));
    }
    Json.write(folder.resolve(ItemPage.NAME), PetPage.of(caseCode, result, figures));
  }

  /** Writes the page of scans that gave nothing. */
  public static void writeFailure(
      Path folder, String caseCode, List<Scan> scans, String status, String reason)
      throws IOException {
    List<Event> events = scans.stream().map(s -> PetPage.event(s.date(), s.timepoint())).toList();
    Json.write(folder.resolve(ItemPage.NAME), PetPage.without(caseCode, events, status, reason));
  }

  private static PageFigure lesion(Path folder, LesionFigure panels, String lesion, int number)
      throws IOException {
    return SlideReport.save(
        folder,
        panels.draw(lesion),
        new PageFigure(
            "figures/lesion-" + number + ".png",
            "Lesion " + lesion,
            "CT alone and PET/CT fused through the lesion, all scans at one SUV scale. The cross"
                + " points to the lesion's centre, the green line is the region measured on the"
                + " CT.",
            "Axial, coronal and sagittal PET/CT through lesion " + lesion + " in every scan",
            number == 1 ? Place.PLATE : Place.SECTION));
  }

  /** Returns the lesions' names, the hottest first. */
  private static List<String> lesions(PetResult result) {
    Map<String, Double> hottest = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (TimePoint scan : result.timepoints()) {
      for (LesionMeasurement lesion : scan.lesions()) {
        names.add(lesion.lesion());
        double suv = lesion.uptake().map(u -> u.suvBwMax()).orElse(0.0);
        hottest.merge(lesion.lesion(), suv, Math::max);
      }
    }
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(Comparator.comparing((String name) -> -hottest.get(name)));
    return ordered;
  }
}
