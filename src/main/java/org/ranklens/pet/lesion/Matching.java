package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches known lesions with found ones, one to one: the largest overlap first. */
final class Matching {

  private static final double NEAR_MM = 15;

  private Matching() {}

  private record Pair(int known, int found, double overlap, double distanceMm) {}

  /** Returns the found lesion by the known one's name. */
  static Map<String, FoundLesion> match(
      List<Tracked> known, Map<String, Voi> sites, List<FoundLesion> found) {
    List<Pair> pairs = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      Voi site = sites.get(known.get(k).name());
      for (int f = 0; site != null && f < found.size(); f++) {
        Voi voi = found.get(f).voi();
        double overlap = overlap(site, voi);
        double distance = site.centre().distanceTo(voi.centre());
        if (overlap > 0 || distance <= NEAR_MM) {
          pairs.add(new Pair(k, f, overlap, distance));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair p) -> -p.overlap)
            .thenComparingDouble(Pair::distanceMm)
            .thenComparingInt(Pair::known)
            .thenComparingInt(Pair::found));
    Map<String, FoundLesion> matches = new HashMap<>();
    Set<Integer> used = new HashSet<>();
    for (Pair pair : pairs) {
      String name = known.get(pair.known).name();
      if (!matches.containsKey(name) && used.add(pair.found)) {
        matches.put(name, found.get(pair.found));
      }
    }
    return matches;
  }

  private static double overlap(Voi a, Voi b) {
    int both = 0;
    for (int index : a.indices()) {
      if (b.contains(index)) {
        both++;
      }
    }
    return (double) both / Math.min(a.size(), b.size());
  }
}
