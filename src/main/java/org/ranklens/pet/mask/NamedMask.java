package org.ranklens.pet.mask;

import java.util.List;
import java.util.stream.Stream;

/** The voxels of one region on a grid. */
public final class NamedMask {

  private final String name;
  private final boolean[] inside;
  private final List<String> warnings;

  NamedMask(String name, boolean[] inside, List<String> warnings) {
    this.name = name;
    this.inside = inside;
    this.warnings = List.copyOf(warnings);
  }

  /** Returns the region's name in the file, or an empty one. */
  public String name() {
    return name;
  }

  /** Returns the same region under another name. */
  public NamedMask named(String other) {
    return new NamedMask(other, inside, warnings);
  }

  /** Returns the same region with more warnings. */
  NamedMask with(List<String> more) {
    return new NamedMask(
        name, inside, Stream.concat(warnings.stream(), more.stream()).distinct().toList());
  }

  /** Returns a flag per voxel, in the order of {@code Geometry.index}, not a copy. */
  public boolean[] inside() {
    return inside;
  }

  /** Returns what the user must know about the region, in words. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns the number of voxels inside. */
  public int voxels() {
    int count = 0;
    for (boolean flag : inside) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
