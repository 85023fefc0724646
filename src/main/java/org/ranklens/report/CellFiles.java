package org.ranklens.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.ihc.CellSink;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.CytoplasmOd;
import org.ranklens.ihc.slide.Level;
import org.ranklens.report.figure.CellSketch;

/** Streams the cells of a slide to {@code cells.csv} and {@code cells.geojson}. */
public final class CellFiles implements CellSink, Closeable {

  private static final int PLACE_DECIMALS = 2;
  private static final int AREA_DECIMALS = 2;
  private static final int OD_DECIMALS = 4;

  private final SlideLabel label;
  private final double pixelSizeMicrons;
  private final CsvTable csv;
  private final CellGeoJson geoJson;
  private final CellSketch sketch;
  private final FeatureRows rows = new FeatureRows();

  /**
   * Begins both files in a folder.
   *
   * @param full level 0 of the slide
   */
  public CellFiles(Path folder, SlideLabel label, Level full, double pixelSizeMicrons)
      throws IOException {
    sketch = new CellSketch(full);
    this.label = label;
    this.pixelSizeMicrons = pixelSizeMicrons;
    csv = CsvTable.create(folder.resolve("cells.csv"), Columns.CELLS);
    geoJson = new CellGeoJson(folder, label.slide());
  }

  @Override
  public void accept(ScoredCell scored) throws IOException {
    csv.row(row(scored).fields());
    long offset = geoJson.add(scored);
    sketch.add(scored, offset);
    rows.add(scored.cell().yPx(), offset);
  }

  private Row row(ScoredCell scored) {
    Cell cell = scored.cell();
    Row row =
        new Row()
            .text(label.caseCode())
            .text(label.slide())
            .text(label.marker())
            .text(scored.roi())
            .whole(scored.id())
            .text(cell.population().csvName())
            .number(cell.xPx(), PLACE_DECIMALS)
            .number(cell.yPx(), PLACE_DECIMALS)
            .number(cell.xPx() * pixelSizeMicrons, PLACE_DECIMALS)
            .number(cell.yPx() * pixelSizeMicrons, PLACE_DECIMALS)
            .whole(cell.nuclei())
            .number(cell.nucleusAreaUm2(), AREA_DECIMALS);
    if (cell.cytoplasm().isEmpty()) {
      return row.blank(1)
          .number(cell.cellAreaUm2(), AREA_DECIMALS)
          .number(cell.nucleusDabOdMean(), OD_DECIMALS)
          .blank(5);
    }
    CytoplasmOd od = cell.cytoplasm().orElseThrow();
    return row.number(cell.cytoplasmAreaUm2(), AREA_DECIMALS)
        .number(cell.cellAreaUm2(), AREA_DECIMALS)
        .number(cell.nucleusDabOdMean(), OD_DECIMALS)
        .number(od.mean(), OD_DECIMALS)
        .number(od.max(), OD_DECIMALS)
        .text(scored.intensityClass().map(c -> Integer.toString(c.level())).orElse(""))
        .number(od.median(), OD_DECIMALS)
        .number(od.positiveFraction(), OD_DECIMALS);
  }

  /** Returns what the figures need of the cells so far. */
  CellSketch sketch() {
    return sketch;
  }

  /** Returns where the cells so far stand in {@code cells.geojson}. */
  FeatureRows rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (csv;
        geoJson) {
      // Both are closed, whichever fails.
    }
  }
}
