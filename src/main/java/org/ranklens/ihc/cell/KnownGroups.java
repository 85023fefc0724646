package org.ranklens.ihc.cell;

import java.nio.DoubleBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** All groups of a slide that have been seen, none where it is too large for that. */
final class KnownGroups {

  private final Map<TileFrame.Core, SeenGroups> areas = new HashMap<>();
  private final Map<DoubleBuffer, GroupLook> looks = new HashMap<>();

  KnownGroups(List<SeenGroups> seen) {
    for (SeenGroups area : seen) {
      areas.put(area.core(), area);
      looks.putAll(area.byPlaces());
    }
  }

  /** Returns what was seen of an area, empty where it was not looked at as a whole. */
  Optional<SeenGroups> of(TileFrame.Core core) {
    return Optional.ofNullable(areas.get(core));
  }

  /** Returns what a group looks like, empty where its middle lies in no area. */
  Optional<GroupLook> look(GroupTree.Node node, IntFunction<Ellipse> shapes) {
    return Optional.ofNullable(looks.get(SeenGroups.places(node, shapes)));
  }
}
