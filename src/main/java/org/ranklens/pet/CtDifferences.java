package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;

/** What differs between two CTs and shifts their HU, in words. */
final class CtDifferences {

  private CtDifferences() {}

  static List<String> between(Optional<CtVolume> first, Optional<CtVolume> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return List.of();
    }
    CtProtocol a = first.get().protocol();
    CtProtocol b = second.get().protocol();
    List<String> differences = new ArrayList<>();
    compare("tube voltages (kV)", text(a.tubeVoltageKv()), text(b.tubeVoltageKv()), differences);
    compare("kernels", a.kernel(), b.kernel(), differences);
    compare(
        "slice thicknesses (mm)",
        text(a.sliceThicknessMm()),
        text(b.sliceThicknessMm()),
        differences);
    compare("contrast agents", a.contrastAgent(), b.contrastAgent(), differences);
    return differences;
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }

  private static void compare(String what, String a, String b, List<String> differences) {
    if (!a.equals(b)) {
      differences.add(
          "HU of the two CTs may differ by their %s: %s and %s"
              .formatted(what, a.isEmpty() ? "none told" : a, b.isEmpty() ? "none told" : b));
    }
  }
}
