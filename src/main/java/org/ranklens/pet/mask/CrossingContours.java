package org.ranklens.pet.mask;

import java.util.BitSet;
import java.util.List;

/** Whether areas overlap without one lying in the other, as a hole does. */
final class CrossingContours {

  private CrossingContours() {}

  static boolean any(List<BitSet> areas) {
    for (int i = 0; i < areas.size(); i++) {
      for (int j = i + 1; j < areas.size(); j++) {
        if (cross(areas.get(i), areas.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean cross(BitSet one, BitSet other) {
    if (!one.intersects(other)) {
      return false;
    }
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality() < Math.min(one.cardinality(), other.cardinality());
  }
}
