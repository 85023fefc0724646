package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.response.LesionFinding;
import org.ranklens.pet.response.Response;
import org.ranklens.pet.response.ResponseSettings;
import org.ranklens.pet.response.ScanFindings;
import org.ranklens.pet.response.Verdict;

/** Compares each scan with the first, and with the best before it where that is another. */
final class Verdicts {

  private Verdicts() {}

  static List<Verdict> of(List<ScanFindings> scans, ResponseSettings settings) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int to = 1; to < scans.size(); to++) {
      verdicts.addAll(Response.compare(scans.get(0), scans.get(to), settings));
      int best = best(scans, to);
      if (best != 0) {
        verdicts.addAll(Response.compare(scans.get(best), scans.get(to), settings));
      }
    }
    return verdicts;
  }

  private static int best(List<ScanFindings> scans, int before) {
    int best = 0;
    for (int scan = 1; scan < before; scan++) {
      if (!scans.get(scan).lesions().isEmpty() && peak(scans.get(scan)) < peak(scans.get(best))) {
        best = scan;
      }
    }
    return best;
  }

  private static double peak(ScanFindings scan) {
    return scan.lesions().stream().mapToDouble(LesionFinding::peak).max().orElse(0);
  }
}
