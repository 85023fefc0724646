package org.ranklens.ihc.cell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranklens.ihc.stain.PlaneMemory;

/** Writes what the reading of every cytoplasm is corrected by: a row per measurable nucleus. */
public final class ReadingTable {

  private ReadingTable() {}

  public static void write(
      CellFinder finder,
      CellGrid grid,
      StainReader slide,
      DabReading reading,
      CellSettings settings,
      Path file)
      throws IOException {
    TileFrame.Core all = new TileFrame.Core(0, 0, grid.width(), grid.height());
    List<Nucleus> nuclei = finder.nuclei(all, (images, frame) -> {}).nuclei();
    PlaneMemory memory = new PlaneMemory();
    CellMeasurement measurement =
        new CellMeasurement(
            slide.read(all, memory),
            nuclei,
            all,
            grid.frame(all, all),
            reading,
            settings,
            Compartment.CYTOPLASM,
            memory);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(
          "x_px,y_px,ring,"
              + Arrays.stream(ReadingFeature.values())
                  .map(Enum::name)
                  .collect(Collectors.joining(",")));
      for (int i = 0; i < nuclei.size(); i++) {
        MeasuredNucleus measured = measurement.measure(i);
        if (measured.ringOd().isPresent()) {
          Ellipse shape = measured.nucleus().shape();
          out.printf(
              Locale.ROOT,
              "%.2f,%.2f,%.5f,%s%n",
              shape.x() * grid.bin(),
              shape.y() * grid.bin(),
              measured.ringOd().get().mean(),
              Arrays.stream(measurement.features(i, measured))
                  .mapToObj(value -> String.format(Locale.ROOT, "%.5f", value))
                  .collect(Collectors.joining(",")));
        }
      }
    }
  }
}
