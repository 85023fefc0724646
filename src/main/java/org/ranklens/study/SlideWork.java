package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ranklens.Progress;
import org.ranklens.ihc.CellSink;
import org.ranklens.ihc.IhcAnalysis;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.PixelSize;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.ihc.slide.StoppableSlide;
import org.ranklens.report.CellFiles;
import org.ranklens.report.IhcTable;
import org.ranklens.report.SlideLabel;
import org.ranklens.report.SlideReport;

/** Scores one slide and writes its files. */
final class SlideWork {

  private SlideWork() {}

  /** Returns which reader served the slide. */
  static String run(Item.Ihc item, Path folder, Workplace workplace) throws IOException {
    ManifestRow row = item.row();
    SlideOptions options =
        new SlideOptions(
                workplace.slideReader(), workplace.pixelSizeMicrons(row), workplace.plugins())
            .withSkipBadTiles(workplace.settings().ihc().skipBadTiles())
            .keepingTiles();
    List<RegionOfInterest> regions =
        row.roi().isPresent() ? RoiFile.read(row.roi().orElseThrow()) : List.of();
    MarkerProtocol ofMarker = workplace.settings().protocol(row.marker());
    MarkerProtocol protocol =
        row.role() == ManifestRow.Role.SAMPLE ? ofMarker : ofMarker.withoutCalls();
    Progress progress = workplace.execution().progress();
    try (Slide slide = new StoppableSlide(Slides.open(row.path(), options), progress)) {
      SlideLabel label = label(item);
      CellFiles cells = new CellFiles(folder, label, slide.full(), PixelSize.micronsOf(slide));
      IhcResult result;
      try (cells) {
        CellSink onlooker = workplace.onlooker().slide(slide);
        CellSink both =
            cell -> {
              cells.accept(cell);
              onlooker.accept(cell);
            };
        result =
            IhcAnalysis.run(
                slide, regions, workplace.settings().ihc(), protocol, workplace.execution(), both);
      }
      IhcTable.write(folder, label, result);
      progress.begin(slide.name() + ", figures", 0);
      SlideReport.write(folder, label, row.date(), slide, result, cells, progress);
      return slide.name() + ": " + slide.reader();
    }
  }

  static void writeFailure(Item.Ihc item, Path folder, Outcome outcome) throws IOException {
    IhcTable.writeFailure(folder, label(item), outcome.status(), outcome.reason());
    SlideReport.writeFailure(
        folder, label(item), item.row().date(), outcome.status(), outcome.reason());
  }

  private static SlideLabel label(Item.Ihc item) {
    ManifestRow row = item.row();
    return new SlideLabel(
        row.caseCode(),
        row.timepoint(),
        item.slideName(),
        row.marker(),
        row.role().name().toLowerCase(Locale.ROOT),
        row.batch());
  }
}
