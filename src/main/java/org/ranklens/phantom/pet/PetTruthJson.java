package org.ranklens.phantom.pet;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the truth of a study. */
final class PetTruthJson {

  private PetTruthJson() {}

  static void write(PetTruth truth, Path file) throws IOException {
    PetPhantomSettings settings = truth.settings();
    Posture posture = settings.followupPosture();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("outcome", lower(settings.outcome()));
    root.put("vendor", lower(settings.vendor()));
    root.put("decay", settings.decay().name());
    if (!settings.looks().isEmpty()) {
      root.put("looks", settings.looks().stream().map(PetTruthJson::lower).sorted().toList());
    }
    root.put("weight_kg", settings.baseline().weightKg());
    root.put("height_m", PetPhantomSettings.HEIGHT_M);
    root.put(
        "move",
        List.of(
            posture.moveXMm(),
            posture.moveYMm(),
            posture.moveZMm(),
            posture.turnXDegrees(),
            posture.turnYDegrees(),
            posture.turnZDegrees()));
    root.put("bend", posture.neckDegrees());
    Map<String, Object> timepoints = new LinkedHashMap<>();
    timepoints.put("baseline", scan(truth.baseline(), settings.baseline().petGrid()));
    timepoints.put("followup", scan(truth.followup(), settings.followup().petGrid()));
    root.put("timepoints", timepoints);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    String text = new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> scan(ScanTruth truth, VoxelGrid grid) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("suv_volume_max", rounded(truth.suvVolumeMax()));
    Map<String, Object> lesions = new LinkedHashMap<>();
    truth.lesions().forEach(lesion -> lesions.put(lesion.name(), lesion(lesion)));
    map.put("lesions", lesions);
    map.put("uptake_minutes", truth.uptakeMinutes());
    map.put("weight_kg", truth.weightKg());
    truth.liverMean().ifPresent(liver -> map.put("liver_mean", rounded(liver)));
    map.put("voxel_mm", List.of(grid.inPlaneMm(), grid.inPlaneMm(), grid.sliceMm()));
    return map;
  }

  private static Map<String, Object> lesion(LesionTruth lesion) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("suv_max", rounded(lesion.suvMax()));
    map.put("suv_mean_object", rounded(lesion.suvMean()));
    map.put("voxels", lesion.voxels());
    map.put("object_volume_ml", rounded(lesion.volumeMl()));
    map.put("hu_object", lesion.hu());
    map.put("hu_mean_object", rounded(lesion.huMean()));
    map.put(
        "position_lps_mm",
        List.of(rounded(lesion.xMm()), rounded(lesion.yMm()), rounded(lesion.zMm())));
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
