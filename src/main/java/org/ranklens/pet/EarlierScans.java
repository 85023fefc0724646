package org.ranklens.pet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ranklens.pet.lesion.Alignment;
import org.ranklens.pet.lesion.Tracked;
import org.ranklens.pet.lesion.Voi;

/**
 * How the scans before one lie to it, and which of its places they show. They are registered to it
 * when asked for, since that takes seconds.
 */
final class EarlierScans {

  private final List<ScanLoader.Loaded> scans;
  private final List<List<Tracked>> firstSeen;
  private final IntFunction<Alignment> align;
  private final Map<Integer, Alignment> aligned = new HashMap<>();

  /**
   * @param scans the earlier ones
   * @param firstSeen the lesions first seen in each of them
   * @param align registers one of them
   */
  EarlierScans(
      List<ScanLoader.Loaded> scans, List<List<Tracked>> firstSeen, IntFunction<Alignment> align) {
    this.scans = scans;
    this.firstSeen = firstSeen;
    this.align = align;
  }

  /** Returns how an earlier scan lies to this one. */
  Alignment alignment(int earlier) {
    return aligned.computeIfAbsent(earlier, align::apply);
  }

  /**
   * Returns why it can't be told whether what takes up in a place, and is no known lesion, is new;
   * empty where it is: at least half of the place lies in the view of an earlier scan, and where
   * the lesions known by then lie is known too.
   */
  Optional<String> whyUntold(Voi place) {
    List<String> unregistered = new ArrayList<>();
    for (int earlier = 0; earlier < scans.size(); earlier++) {
      if (!alignment(earlier).registered()) {
        unregistered.add(scans.get(earlier).input().timepoint());
        if (!firstSeen.get(earlier).isEmpty()) {
          break;
        }
      } else if (shows(earlier, place)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        unregistered.isEmpty()
            ? "no earlier scan shows its place: whether it is new can't be told"
            : "%s could not be registered to this scan: whether it is new can't be told"
                .formatted(String.join(", ", unregistered)));
  }

  private boolean shows(int earlier, Voi place) {
    Alignment alignment = alignment(earlier);
    return place.partWhere(
            point ->
                alignment
                    .toEarlier(point)
                    .filter(scans.get(earlier).scan().suv().geometry()::holds)
                    .isPresent())
        >= 0.5;
  }
}
