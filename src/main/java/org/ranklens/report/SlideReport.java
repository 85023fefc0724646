package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.Progress;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.report.ItemPage.PageFigure;
import org.ranklens.report.ItemPage.Place;
import org.ranklens.report.figure.Canvas;
import org.ranklens.report.figure.CellSketch;
import org.ranklens.report.figure.FieldFigure;
import org.ranklens.report.figure.MontageFigure;
import org.ranklens.report.figure.OverviewFigure;

/** Writes the figures of a slide, and what its page says. */
public final class SlideReport {

  /** Cells may reach into the field from outside by about this much. */
  private static final double REACH_MICRONS = 60;

  /** A field of the microscope at x200 is about half a millimetre wide. */
  private static final double LEAST_VIEW_MICRONS = 450;

  private SlideReport() {}

  /**
   * Writes {@code figures/} and {@code item.json}.
   *
   * @param folder holds the files of {@code cells}, which are closed
   * @param date day of the biopsy
   * @param progress asked whether to go on
   */
  public static void write(
      Path folder,
      SlideLabel label,
      Optional<LocalDate> date,
      Slide slide,
      IhcResult result,
      CellFiles cells,
      Progress progress)
      throws IOException {
    List<PageFigure> figures = new ArrayList<>();
    if (result.showField().isPresent()) {
      fields(folder, label, slide, result, cells.rows(), progress, figures);
    }
    progress.check();
    Canvas overview =
        OverviewFigure.draw(
            slide,
            cells.sketch(),
            result.showField(),
            result.tissue(),
            result.outlines(),
            result.pixelSizeMicrons());
    figures.add(
        save(
            folder,
            overview,
            new PageFigure(
                "figures/overview.png",
                "Whole slide",
                "Every cell by its class; large dots with a rim are multinucleated giant cells."
                    + " The frame is the field shown in the plates. Outlined areas were left out.",
                "The whole " + label.marker() + " slide with a coloured dot for every cell",
                Place.SECTION)));
    if (cells.sketch().cells() > 0) {
      figures.add(montage(folder, label, slide, result, cells.sketch()));
    }
    IhcPage page = new IhcPage(label, date.map(LocalDate::toString).orElse(""));
    Json.write(folder.resolve(ItemPage.NAME), page.of(result, slide, figures));
  }

  /** Writes the page of a slide that gave nothing. */
  public static void writeFailure(
      Path folder, SlideLabel label, Optional<LocalDate> date, String status, String reason)
      throws IOException {
    IhcPage page = new IhcPage(label, date.map(LocalDate::toString).orElse(""));
    Json.write(folder.resolve(ItemPage.NAME), page.without(status, reason));
  }

  private static PageFigure montage(
      Path folder, SlideLabel label, Slide slide, IhcResult result, CellSketch cells)
      throws IOException {
    return save(
        folder,
        MontageFigure.draw(
            slide, cells, offsets -> FieldCells.at(folder, offsets), result.pixelSizeMicrons()),
        new PageFigure(
            "figures/examples.png",
            "Example cells of each class",
            "The cell meant has a thin line around it. Taken evenly from all of their class on the"
                + " slide, not chosen for their looks.",
            "Rows of small pictures of " + label.marker() + " cells, a row for each class",
            Place.SECTION));
  }

  private static void fields(
      Path folder,
      SlideLabel label,
      Slide slide,
      IhcResult result,
      FeatureRows rows,
      Progress progress,
      List<PageFigure> figures)
      throws IOException {
    ShowField field = result.showField().orElseThrow();
    FieldFigure figure = new FieldFigure(slide, field, result.pixelSizeMicrons());
    double reach = REACH_MICRONS / result.pixelSizeMicrons();
    // What a small slide shows enlarged is no view of the microscope's.
    boolean whole = field.width() * result.pixelSizeMicrons() >= LEAST_VIEW_MICRONS;
    String who = IhcPage.words(result.protocol().population());
    figures.add(
        save(
            folder,
            figure.plain(whole ? "×200 view, " : ""),
            new PageFigure(
                "figures/field.png",
                label.marker() + (whole ? ", ×200" : ""),
                "The field with the most to see of " + who + ".",
                "A field of the " + label.marker() + " slide as the microscope shows it",
                Place.PLATE_HALF)));
    figures.add(
        save(
            folder,
            figure.outlined(FieldCells.within(folder, rows, field, reach, progress)),
            new PageFigure(
                "figures/field-cells.png",
                label.marker() + ", cells by class",
                "The same field: cells outlined in the colour of their class; a number is the"
                    + " count of nuclei of a giant cell.",
                "The same field with every cell outlined in the colour of its intensity class",
                Place.PLATE_HALF)));
  }

  static PageFigure save(Path folder, Canvas canvas, PageFigure figure) throws IOException {
    Path file = folder.resolve(figure.file());
    Path figures = file.getParent();
    // Not the folders above: where they have been taken away the process is ending.
    if (!Files.isDirectory(figures)) {
      Files.createDirectory(figures);
    }
    PngFile.write(file, canvas.width(), canvas.height(), canvas.rgb());
    return figure;
  }
}
