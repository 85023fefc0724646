package org.ranklens.pet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.phantom.pet.PetPhantom;
import org.ranklens.phantom.pet.PetTruth;
import org.ranklens.plugin.PluginFolders;

/**
 * Renders studies of many seeds and scores what {@code pet} makes of them against their truth.
 * Arguments: kind and number, as in {@code chest 10 body 10 pelvis 5 looks 12}; then {@code seed
 * 1}.
 */
public final class PetSweep {

  /** What is to be reached. */
  private static final Map<String, Double> BOUNDS = new LinkedHashMap<>();

  static {
    BOUNDS.put("category", 0.0);
    BOUNDS.put("missed", 0.0);
    BOUNDS.put("false", 0.0);
    BOUNDS.put("SUVmax %", 0.5);
    BOUNDS.put("VOI volume %", 30.0);
    BOUNDS.put("site SUVmax %", 3.0);
    BOUNDS.put("site SUVmax where it is gone, %", 3.0);
    BOUNDS.put("body mm", 0.2);
    BOUNDS.put("body degrees", 0.1);
    BOUNDS.put("spine mm", 1.5);
    BOUNDS.put("elsewhere mm", 2.5);
    BOUNDS.put("HU change, of its bound", 1.0);
    BOUNDS.put("liver %", 5.0);
  }

  private PetSweep() {}

  public static void main(String[] args) throws IOException {
    long seed = 1;
    for (int i = 0; i < args.length; i += 2) {
      seed = args[i].equals("seed") ? Long.parseLong(args[i + 1]) : seed;
    }
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].equals("seed")) {
        sweep(args[i], DrawnStudies.of(args[i], Integer.parseInt(args[i + 1]), seed));
      }
    }
  }

  private static void sweep(String kind, List<DrawnStudies.Drawn> studies) throws IOException {
    Map<String, List<Double>> figures = new LinkedHashMap<>();
    for (DrawnStudies.Drawn drawn : studies) {
      PetScore score = score(drawn);
      StringBuilder line = new StringBuilder(drawn.name());
      line.append(' ').append(drawn.settings().outcome());
      for (String figure : BOUNDS.keySet()) {
        Double value = score.worst.get(figure);
        if (value != null) {
          figures.computeIfAbsent(figure, key -> new ArrayList<>()).add(value);
          line.append(value > BOUNDS.get(figure) ? " !" : " ").append(figure).append(' ');
          line.append(String.format(Locale.ROOT, "%.3g", value));
        }
      }
      System.err.println(line);
      score.remarks.forEach(remark -> System.err.println("    " + remark));
    }
    tell(kind, figures);
  }

  private static void tell(String kind, Map<String, List<Double>> figures) {
    System.out.println("| " + kind + " | bound | within | median | worst |");
    System.out.println("|---|---|---|---|---|");
    figures.forEach(
        (figure, values) -> {
          List<Double> sorted = values.stream().sorted().toList();
          long within = values.stream().filter(v -> v <= BOUNDS.get(figure)).count();
          System.out.printf(
              Locale.ROOT,
              "| %s | %.1f | %d of %d | %.2f | %.2f |%n",
              figure,
              BOUNDS.get(figure),
              within,
              values.size(),
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() - 1));
        });
  }

  private static PetScore score(DrawnStudies.Drawn drawn) throws IOException {
    Path folder = Files.createTempDirectory("sweep");
    try {
      PetTruth truth = PetPhantom.write(drawn.settings(), folder);
      PetResult result =
          PetAnalysis.run(
              List.of(
                  PetInput.of("baseline", folder.resolve("baseline")),
                  PetInput.of("followup", folder.resolve("followup"))),
              Optional.empty(),
              List.of(),
              PetSettings.defaults(),
              DicomReaderChoice.EMBEDDED,
              PluginFolders.none(),
              Execution.single());
      return PetScore.of(truth, result);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
