package org.ranklens.ihc.cell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** Writes what the score of nuclei of a nuclear marker is learned from. */
public final class MarkedTable {

  private MarkedTable() {}

  /** Writes the features of all shapes of a field, and where they lie in level-0 pixels. */
  public static void write(StainImages images, TileFrame frame, Path file) throws IOException {
    NucleusCandidates found =
        NucleusDetector.candidates(
            images, frame, CellSettings.defaults(), Compartment.NUCLEUS, new PlaneMemory());
    double[][] features = new MarkedNuclei(found, images, frame).features();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(
          "x_px,y_px,"
              + Arrays.stream(MarkedFeature.values())
                  .map(Enum::name)
                  .collect(Collectors.joining(",")));
      for (int i = 0; i < features.length; i++) {
        Ellipse shape = found.shapes().get(i);
        out.printf(
            Locale.ROOT,
            "%.2f,%.2f,%s%n",
            shape.x() * frame.bin(),
            shape.y() * frame.bin(),
            Arrays.stream(features[i])
                .mapToObj(value -> String.format(Locale.ROOT, "%.5f", value))
                .collect(Collectors.joining(",")));
      }
    }
  }
}
