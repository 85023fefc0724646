package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What became of known lesions: each goes on as the found lesion matched with it. One found in the
 * site of a known lesion is a part of that, not a new one; one that covers the sites of several is
 * these grown together, each having what is nearest to its site; sites that overlap, as given masks
 * may, share what lies in both.
 */
final class Continuation {

  private static final double MOSTLY = 0.5;

  private final List<Tracked> known;
  private final Map<String, Voi> sites;
  private final Map<String, List<FoundLesion>> parts = new HashMap<>();
  private final Map<FoundLesion, List<String>> owners = new HashMap<>();

  private Continuation(List<Tracked> known, Map<String, Voi> sites) {
    this.known = known;
    this.sites = sites;
  }

  static Continuation of(List<Tracked> known, Map<String, Voi> sites, List<FoundLesion> found) {
    Continuation continuation = new Continuation(known, sites);
    Matching.match(known, sites, found).forEach(continuation::add);
    Set<FoundLesion> matched = new HashSet<>(continuation.owners.keySet());
    for (FoundLesion lesion : found) {
      if (matched.contains(lesion)) {
        continuation.addMerged(lesion);
      } else {
        continuation.addPart(lesion);
      }
    }
    return continuation;
  }

  private void add(String name, FoundLesion lesion) {
    parts.computeIfAbsent(name, n -> new ArrayList<>()).add(lesion);
    owners.computeIfAbsent(lesion, l -> new ArrayList<>()).add(name);
  }

  /** A found lesion that lies mostly in a site is a part of that lesion. */
  private void addPart(FoundLesion lesion) {
    for (Tracked tracked : known) {
      Voi site = sites.get(tracked.name());
      if (site != null && partIn(lesion.voi(), site) >= MOSTLY) {
        add(tracked.name(), lesion);
        return;
      }
    }
  }

  /**
   * A known lesion without a match, whose site a found one covers mostly, grew together with it.
   */
  private void addMerged(FoundLesion lesion) {
    for (Tracked tracked : known) {
      Voi site = sites.get(tracked.name());
      if (site != null
          && !parts.containsKey(tracked.name())
          && partIn(site, lesion.voi()) >= MOSTLY) {
        add(tracked.name(), lesion);
      }
    }
  }

  private static double partIn(Voi voi, Voi other) {
    return (double) Arrays.stream(voi.indices()).filter(other::contains).count() / voi.size();
  }

  /** Returns whether a found lesion is one of the known ones, or part of it. */
  boolean holds(FoundLesion lesion) {
    return owners.containsKey(lesion);
  }

  /** Returns a known lesion as it goes on; empty where nothing was found at its site. */
  Optional<FoundLesion> of(String name) {
    return Optional.ofNullable(parts.get(name)).map(own -> joined(name, own));
  }

  private FoundLesion joined(String name, List<FoundLesion> own) {
    Set<String> warnings = new LinkedHashSet<>();
    IntStream voxels = IntStream.empty();
    for (FoundLesion lesion : own) {
      warnings.addAll(lesion.warnings());
      List<String> sharing = owners.get(lesion);
      voxels = IntStream.concat(voxels, share(name, lesion.voi(), sharing));
      if (sharing.size() > 1) {
        warnings.add(
            "grown together with %s: what is nearest to its site is measured"
                .formatted(
                    String.join(", ", sharing.stream().filter(n -> !n.equals(name)).toList())));
      }
    }
    if (own.size() > 1) {
      warnings.add("in %s parts, measured together".formatted(own.size()));
    }
    Voi voi = new Voi(own.get(0).voi().geometry(), voxels.sorted().distinct().toArray());
    return new FoundLesion("", voi, List.copyOf(warnings));
  }

  /** What lies in its site, and what lies nearer to that than to the other sites. */
  private IntStream share(String name, Voi voi, List<String> sharing) {
    if (sharing.size() == 1) {
      return Arrays.stream(voi.indices());
    }
    int[] all =
        IntStream.concat(
                Arrays.stream(voi.indices()),
                sharing.stream().flatMapToInt(n -> Arrays.stream(sites.get(n).indices())))
            .toArray();
    Crop crop = new Crop(voi.geometry(), all, 0);
    List<float[]> distances =
        sharing.stream()
            .map(n -> DistanceMap.to(crop.set(sites.get(n).indices()), crop.part))
            .toList();
    int own = sharing.indexOf(name);
    return Arrays.stream(voi.indices())
        .filter(index -> isNearest(own, distances, crop.toPart(index)));
  }

  /** Of equally near ones the first; where sites overlap, each has what lies in it. */
  private static boolean isNearest(int own, List<float[]> distances, int at) {
    float mine = distances.get(own)[at];
    for (int other = 0; other < distances.size() && mine > 0; other++) {
      float theirs = distances.get(other)[at];
      if (theirs < mine || (theirs == mine && other < own)) {
        return false;
      }
    }
    return true;
  }
}
