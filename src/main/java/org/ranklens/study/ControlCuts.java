package org.ranklens.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.ScoreSettings;

/**
 * A lab's own cut-offs from its negative controls: class 1+ begins above the DAB of 95 of 100 of
 * their cells, the other classes keep their distance from it.
 */
public final class ControlCuts {

  private static final double PERCENTILE = 0.95;
  private static final int LEAST_CELLS = 100;

  /** A negative control that was scored. */
  private record Control(Path folder, String marker, String slide) {}

  private ControlCuts() {}

  /**
   * Returns settings (JSON) with the cuts, and in words what they were made of.
   *
   * @param results the folder of a run whose manifest had slides of role {@code negative_control}
   * @param marker whose controls count; empty where there are those of one marker only
   * @throws RefusedException where there is no such control, too few cells, or several markers
   */
  public static String json(Path results, String marker) throws IOException {
    List<Control> controls = controls(results, marker);
    OdCounts counts = new OdCounts();
    for (Control control : controls) {
      read(control.folder().resolve("cells.csv"), counts);
    }
    if (counts.total() < LEAST_CELLS) {
      throw new RefusedException(
          "the negative controls have "
              + counts.total()
              + " scored cells, too few for a percentile",
          results.toString(),
          "",
          "give controls of at least " + LEAST_CELLS + " cells");
    }
    // A thousandth above, since a cell at the cut is 1+.
    double weak = Math.floor(counts.percentile(PERCENTILE) * 1000 + 1) / 1000;
    if (!(weak > 0)) {
      throw new RefusedException(
          "the negative controls read below no stain (95th percentile " + weak + ")",
          results.toString(),
          "",
          "check their white point and stain vectors");
    }
    String slides = controls.stream().map(Control::slide).collect(Collectors.joining(", "));
    return settings(weak, controls.get(0).marker(), counts.total() + " cells of " + slides);
  }

  private static String settings(double weak, String marker, String origin) {
    ScoreSettings defaults = ScoreSettings.defaults();
    ObjectNode root = SettingsTree.object();
    ObjectNode score = root.putObject("ihc").putObject("score");
    cut(
        score.putObject("weakOd"),
        weak,
        "above the 95th percentile of "
            + origin
            + " (negative controls, "
            + marker
            + ")"
            // So strong a control is no negative one, or its stain failed.
            + (weak > defaults.moderateOd() ? "; too strong for one: look at it first" : ""));
    cut(
        score.putObject("moderateOd"),
        weak + defaults.moderateOd() - defaults.weakOd(),
        "as far above weakOd as by default");
    cut(
        score.putObject("strongOd"),
        weak + defaults.strongOd() - defaults.weakOd(),
        "as far above weakOd as by default");
    return root.toPrettyString();
  }

  private static void cut(ObjectNode node, double value, String meaning) {
    node.put("value", Math.round(value * 1000) / 1000.0)
        .put("unit", "optical density")
        .put("meaning", meaning);
  }

  private static List<Control> controls(Path results, String marker) throws IOException {
    if (!Files.isDirectory(results)) {
      throw new RefusedException(
          "no such folder", results.toString(), "", "give the --out folder of 'ranklens run'");
    }
    List<Control> controls = new ArrayList<>();
    List<Path> folders;
    try (Stream<Path> walk = Files.walk(results)) {
      folders =
          walk.filter(path -> path.endsWith("cells.csv")).map(Path::getParent).sorted().toList();
    }
    for (Path folder : folders) {
      control(folder).ifPresent(controls::add);
    }
    if (!marker.isEmpty()) {
      controls.removeIf(control -> !control.marker().equalsIgnoreCase(marker));
    }
    Set<String> markers = new TreeSet<>(controls.stream().map(Control::marker).toList());
    if (controls.isEmpty()) {
      throw new RefusedException(
          "holds no scored negative control" + (marker.isEmpty() ? "" : " of " + marker),
          results.toString(),
          "role",
          "give slides the role negative_control in the manifest and run it");
    }
    if (markers.size() > 1) {
      throw new RefusedException(
          "holds negative controls of several markers (" + String.join(", ", markers) + ")",
          results.toString(),
          "",
          "name one by --marker");
    }
    return controls;
  }

  private static Optional<Control> control(Path folder) throws IOException {
    Path table = folder.resolve("ihc.csv");
    if (!Files.isRegularFile(table)) {
      return Optional.empty();
    }
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
      return csv.stream()
          .findFirst()
          .filter(row -> row.findField("role").orElse("").equals("negative_control"))
          .map(row -> new Control(folder, row.getField("marker"), row.getField("slide")));
    }
  }

  private static void read(Path cells, OdCounts counts) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(cells)) {
      for (NamedCsvRecord row : csv) {
        String od = row.getField("cytoplasm_dab_od_mean");
        if (!od.isEmpty()) {
          counts.add(Double.parseDouble(od));
        }
      }
    }
  }
}
