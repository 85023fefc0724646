package org.ranklens.pet.mask;

/** The voxels of one region on a grid. */
public final class NamedMask {

  private final String name;
  private final boolean[] inside;

  NamedMask(String name, boolean[] inside) {
    this.name = name;
    this.inside = inside;
  }

  /** Returns the region's name in the file, or an empty one. */
  public String name() {
    return name;
  }

  /** Returns a flag per voxel, in the order of {@code Geometry.index}, not a copy. */
  public boolean[] inside() {
    return inside;
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
