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
import java.util.Optional;

/** What the grouping of nuclei looks at, kept in a file while the scores are learned. */
public final class SceneFile {

  private SceneFile() {}

  /** Finds the nuclei of a whole field and writes them, their cytoplasm and the planes. */
  public static void write(CellFinder finder, CellGrid grid, Path file) throws IOException {
    TileFrame.Core core = new TileFrame.Core(0, 0, grid.width(), grid.height());
    FoundNuclei found = finder.nuclei(core, (images, frame) -> {});
    MeasuredNuclei measured = finder.measured(core, found, List.of(found));
    List<MeasuredNucleus> nuclei = MeasuredNuclei.within(List.of(measured), core);
    NucleusScene scene = finder.scene(core, nuclei);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.writeInt(scene.width());
      out.writeInt(scene.height());
      out.writeInt(grid.bin());
      out.writeDouble(grid.pixelSizeMicrons());
      out.writeInt(nuclei.size());
      for (int i = 0; i < nuclei.size(); i++) {
        write(nuclei.get(i), scene.od(i), out);
      }
      for (int p = 0; p < scene.dab().length; p++) {
        out.writeFloat(scene.dab()[p]);
        out.writeFloat(scene.hematoxylin()[p]);
      }
    }
  }

  private static void write(MeasuredNucleus nucleus, double od, DataOutputStream out)
      throws IOException {
    Ellipse e = nucleus.nucleus().shape();
    double[] shape = {e.area(), e.x(), e.y(), e.varianceX(), e.varianceY(), e.covariance()};
    for (double value : shape) {
      out.writeDouble(value);
    }
    out.writeDouble(od);
    PixelRuns mask = nucleus.nucleus().mask();
    out.writeInt(mask.count());
    for (int run = 0; run < mask.count(); run++) {
      out.writeInt(mask.row(run));
      out.writeInt(mask.begin(run));
      out.writeInt(mask.end(run));
    }
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
    out.writeDouble(x);
    out.writeDouble(y);
  }

  /**
   * What was written.
   *
   * @param cells per nucleus the pixels of its cell and the sums of their columns and rows
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
      int[] labels = new int[width * height];
      List<Ellipse> shapes = new ArrayList<>();
      List<Optional<CytoplasmOd>> ods = new ArrayList<>();
      List<double[]> cells = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        shapes.add(
            new Ellipse(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble()));
        double od = in.readDouble();
        ods.add(Optional.of(new CytoplasmOd(od, od, od, 0)));
        for (int run = in.readInt(); run > 0; run--) {
          int row = in.readInt();
          int begin = in.readInt();
          int end = in.readInt();
          java.util.Arrays.fill(labels, row * width + begin, row * width + end, i);
        }
        cells.add(new double[] {in.readLong(), in.readDouble(), in.readDouble()});
      }
      float[] dab = new float[width * height];
      float[] h = new float[width * height];
      for (int p = 0; p < dab.length; p++) {
        dab[p] = in.readFloat();
        h[p] = in.readFloat();
      }
      TileFrame.Core core = new TileFrame.Core(0, 0, width, height);
      TileFrame frame = new TileFrame(0, 0, core, bin, pixelSize);
      boolean[] keep = new boolean[count];
      java.util.Arrays.fill(keep, true);
      Nuclei nuclei = Nuclei.of(labels, shapes, keep);
      return new Kept(new NucleusScene(nuclei, dab, h, width, frame, ods), cells);
    }
  }
}
