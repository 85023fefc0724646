package org.ranklens.phantom.ihc;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the truth of a field, one line per cell. */
final class IhcTruthJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private IhcTruthJson() {}

  static void write(IhcTruth truth, Path file) throws IOException {
    StringBuilder text = new StringBuilder("{\n");
    for (Map.Entry<String, Object> entry : head(truth).entrySet()) {
      text.append('"').append(entry.getKey()).append("\": ");
      text.append(JSON.writeValueAsString(entry.getValue())).append(",\n");
    }
    text.append("\"cells\": [\n");
    for (int k = 0; k < truth.cells().size(); k++) {
      text.append(JSON.writeValueAsString(cell(truth.cells().get(k))));
      text.append(k < truth.cells().size() - 1 ? ",\n" : "\n");
    }
    Files.write(file, text.append("]}\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> head(IhcTruth truth) {
    IhcPhantomSettings settings = truth.settings();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("mpp", settings.field().pixelSizeMicrons());
    head.put("width", settings.field().widthPx());
    head.put("height", settings.field().heightPx());
    head.put("thresholds", IhcTruth.CLASS_STARTS);
    head.put("seed", settings.seed());
    head.put("white", settings.camera().white().asList());
    head.put("stain", stains(settings.stains()));
    head.put("all", score(truth.score(true, true)));
    head.put("mononuclear", score(truth.score(true, false)));
    head.put("multinucleated", score(truth.score(false, true)));
    head.put("tissue_fraction", rounded(truth.tissueFraction(), 4));
    head.put("ignore", List.of());
    return head;
  }

  private static Map<String, Object> stains(StainVectors vectors) {
    Map<String, Object> stains = new LinkedHashMap<>();
    stains.put("H", vectors.hematoxylin().asList());
    stains.put("DAB", vectors.dab().asList());
    return stains;
  }

  private static Map<String, Object> score(TrueScore score) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cells", score.cells());
    map.put("positive_percent", rounded(score.positivePercent(), 3));
    map.put("h_score", rounded(score.hScore(), 3));
    return map;
  }

  private static Map<String, Object> cell(TrueCell cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", cell.id());
    map.put("kind", cell.isMultinucleated() ? "multinucleated" : "mononuclear");
    map.put("x", rounded(cell.xPx(), 1));
    map.put("y", rounded(cell.yPx(), 1));
    map.put(
        "nuclei",
        cell.nuclei().stream()
            .map(nucleus -> List.of(rounded(nucleus.xPx(), 1), rounded(nucleus.yPx(), 1)))
            .toList());
    map.put("target_class", cell.targetClass());
    map.put("cytoplasm_area_um2", rounded(cell.cytoplasmAreaUm2(), 2));
    map.put("cytoplasm_dab_od_mean", rounded(cell.cytoplasmDabOdMean(), 4));
    map.put("class", cell.intensityClass());
    if (cell.isStroma()) {
      map.put("stroma", true);
    }
    return map;
  }

  private static double rounded(double value, int digits) {
    double scale = StrictMath.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
