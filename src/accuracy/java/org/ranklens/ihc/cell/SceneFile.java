package org.ranklens.ihc.cell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ranklens.ihc.stain.PlaneMemory;

/** What the grouping of nuclei looks at, kept in a file while the scores are learned. */
public final class SceneFile {

  /** In place of the DAB of a cytoplasm that could not be measured. */
  private static final double NONE = -9;

  private SceneFile() {}

  /** Finds the nuclei of a whole field and writes them, their cytoplasm and the planes. */
  public static void write(CellFinder finder, CellGrid grid, Path file) throws IOException {
    TileFrame.Core core = new TileFrame.Core(0, 0, grid.width(), grid.height());
    FoundNuclei found = finder.nuclei(core, (images, frame) -> {});
    MeasuredNuclei measured = finder.measured(core, found, List.of(found));
    List<MeasuredNucleus> nuclei = MeasuredNuclei.within(List.of(measured), core);
    CoarseStains stains = finder.coarse(core, List.of(measured), nuclei, new PlaneMemory());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.writeInt(stains.width());
      out.writeInt(stains.height());
      out.writeInt(stains.frame().bin());
      out.writeDouble(stains.frame().pixelSizeMicrons());
      out.writeInt(nuclei.size());
      for (int i = 0; i < nuclei.size(); i++) {
        write(nuclei.get(i), grid, out);
      }
      for (int q = 0; q < stains.width() * stains.height(); q++) {
        out.writeInt(stains.labels()[q]);
        out.writeFloat(stains.cytoplasm()[q]);
        out.writeFloat(stains.dab()[q]);
        out.writeFloat(stains.hematoxylin()[q]);
      }
    }
  }

  private static void write(MeasuredNucleus nucleus, CellGrid grid, DataOutputStream out)
      throws IOException {
    int edge = CoarseStains.edge(grid.pixelSizeMicrons());
    Ellipse e = CoarseStains.shape(nucleus.nucleus().shape(), edge);
    double[] shape = {e.area(), e.x(), e.y(), e.varianceX(), e.varianceY(), e.covariance()};
    for (double value : shape) {
      out.writeDouble(value);
    }
    out.writeDouble(CellFinder.od(nucleus).orElse(NONE));
    PixelRuns cell = nucleus.cell();
    long count = 0;
    double x = 0;
    double y = 0;
    for (int run = 0; run < cell.count(); run++) {
      int length = cell.end(run) - cell.begin(run);
      count += length;
      x += length * (cell.begin(run) + cell.end(run)) / 2.0;
      y += length * (cell.row(run) + 0.5);
    }
    out.writeLong(count);
    out.writeDouble(x * grid.pixelSizeMicrons());
    out.writeDouble(y * grid.pixelSizeMicrons());
  }

  /**
   * What was written.
   *
   * @param cells per nucleus the pixels of its cell and the sums of their places, micrometres
   */
  record Kept(NucleusScene scene, List<double[]> cells) {}

  static Kept read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      int width = in.readInt();
      int height = in.readInt();
      int bin = in.readInt();
      double pixelSize = in.readDouble();
      int count = in.readInt();
      List<Ellipse> shapes = new ArrayList<>();
      List<OptionalDouble> ods = new ArrayList<>();
      List<double[]> cells = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        shapes.add(
            new Ellipse(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble()));
        double od = in.readDouble();
        ods.add(od == NONE ? OptionalDouble.empty() : OptionalDouble.of(od));
        cells.add(new double[] {in.readLong(), in.readDouble(), in.readDouble()});
      }
      int[] labels = new int[width * height];
      float[] cytoplasm = new float[width * height];
      float[] dab = new float[width * height];
      float[] h = new float[width * height];
      for (int q = 0; q < labels.length; q++) {
        labels[q] = in.readInt();
        cytoplasm[q] = in.readFloat();
        dab[q] = in.readFloat();
        h[q] = in.readFloat();
      }
      TileFrame.Core core = new TileFrame.Core(0, 0, width, height);
      TileFrame frame = new TileFrame(0, 0, core, bin, pixelSize);
      CoarseStains stains = new CoarseStains(frame, width, labels, cytoplasm, dab, h);
      return new Kept(new NucleusScene(stains, shapes, ods), cells);
    }
  }
}
