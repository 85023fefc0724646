package org.ranklens.ihc.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes what the scores of giant cells are learned from: nuclei and pairs ({@code pairs FOLDER
 * FIELD...}), or groups, joined by a pair score of the field's own ({@code groups FOLDER
 * FIELD...}); then what the learned network tells of each of these ({@code seen FOLDER FIELD...}).
 */
public final class GiantTables {

  private GiantTables() {}

  public static void main(String[] args) throws IOException {
    for (String field : Arrays.copyOfRange(args, 2, args.length)) {
      Path folder = Path.of(args[1]);
      SceneFile.Kept kept = SceneFile.read(folder.resolve(field + ".scene"));
      CellSettings settings = CellSettings.defaults();
      double reach = kept.scene().frame().pixels(settings.giantEdgeMicrons());
      NucleusGrid grid = GiantGrouping.grid(kept.scene(), settings);
      if (args[0].equals("pairs")) {
        nuclei(kept, folder.resolve(field + ".nuclei.csv"));
        pairs(kept.scene(), grid, reach, folder.resolve(field + ".pairs.csv"));
      } else if (args[0].equals("seen")) {
        seen(kept.scene(), folder, field);
      } else {
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(field + ".pairs.txt"))) {
          LearnedScore score = LearnedScore.read(in, PairFeature.class);
          List<GroupTree.Node> nodes = GiantGrouping.nodes(kept.scene(), grid, settings, score);
          groups(kept.scene(), grid, nodes, settings, folder.resolve(field + ".groups.csv"));
        }
      }
    }
  }

  private static void seen(NucleusScene scene, Path folder, String field) throws IOException {
    GroupView view = new GroupView(scene);
    try (BufferedReader network = Files.newBufferedReader(folder.resolve("pictures.txt"));
        BufferedReader groups = Files.newBufferedReader(folder.resolve(field + ".groups.csv"));
        PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(folder.resolve(field + ".seen.txt")))) {
      PictureNet net = PictureNet.read(network);
      groups
          .lines()
          .skip(1)
          .map(line -> line.split(",")[3].split(";"))
          .map(members -> Arrays.stream(members).mapToInt(Integer::parseInt).toArray())
          .forEach(members -> out.printf(Locale.ROOT, "%.4f%n", net.of(view.of(members))));
    }
  }

  private static void nuclei(SceneFile.Kept kept, Path file) throws IOException {
    double micron = kept.scene().frame().pixelSizeMicrons();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("x_um,y_um,od,cell_px,sum_x_um,sum_y_um");
      for (int i = 0; i < kept.scene().nuclei().count(); i++) {
        Ellipse shape = kept.scene().nuclei().shape(i);
        double[] cell = kept.cells().get(i);
        out.printf(
            Locale.ROOT,
            "%.2f,%.2f,%.4f,%.0f,%.1f,%.1f%n",
            shape.x() * micron,
            shape.y() * micron,
            kept.scene().od(i),
            cell[0],
            cell[1],
            cell[2]);
      }
    }
  }

  private static void pairs(NucleusScene scene, NucleusGrid grid, double reach, Path file)
      throws IOException {
    PairFeatures features = new PairFeatures(scene, grid);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("a,b," + String.join(",", names(PairFeature.values())));
      for (Neighbours.Pair pair : Neighbours.within(scene.nuclei(), grid, reach)) {
        out.println(pair.a() + "," + pair.b() + "," + text(features.of(pair)));
      }
    }
  }

  private static void groups(
      NucleusScene scene,
      NucleusGrid grid,
      List<GroupTree.Node> nodes,
      CellSettings settings,
      Path file)
      throws IOException {
    double[] outward = GiantGrouping.outward(nodes);
    GroupFeatures features = new GroupFeatures(scene, grid);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("node,left,right,members," + String.join(",", names(GroupFeature.values())));
      for (int i = 0; i < nodes.size(); i++) {
        GroupTree.Node node = nodes.get(i);
        int[] alike = GiantGrouping.candidate(node, scene, settings);
        if (alike.length > 0) {
          String members =
              String.join(";", Arrays.stream(alike).mapToObj(Integer::toString).toList());
          out.println(
              i
                  + ","
                  + node.left()
                  + ","
                  + node.right()
                  + ","
                  + members
                  + ","
                  + text(features.of(node, alike, outward[i])));
        }
      }
    }
  }

  private static List<String> names(Enum<?>[] features) {
    return Arrays.stream(features).map(Enum::name).toList();
  }

  private static String text(double[] values) {
    return String.join(
        ",", Arrays.stream(values).mapToObj(v -> String.format(Locale.ROOT, "%.5g", v)).toList());
  }
}
