package org.ranklens.phantom.pet;

/** The voxels a shape may reach in a posture. */
final class GridBox {

  /** The corners of a box bound a turned box; the bend of the neck bulges out a little more. */
  private static final double BULGE_MM = 6;

  private GridBox() {}

  /** Inclusive: {first column, row, slice, last column, row, slice}; last below first is empty. */
  static int[] of(VoxelGrid grid, Posture posture, Shape shape) {
    double[] box = shape.box();
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    PostureMap map = posture.map();
    double[] p = new double[3];
    for (int corner = 0; corner < 8; corner++) {
      map.toScanner(
          box[(corner & 1) == 0 ? 0 : 3],
          box[(corner & 2) == 0 ? 1 : 4],
          box[(corner & 4) == 0 ? 2 : 5],
          p);
      for (int k = 0; k < 3; k++) {
        low[k] = Math.min(low[k], p[k] - BULGE_MM);
        high[k] = Math.max(high[k], p[k] + BULGE_MM);
      }
    }
    return new int[] {
      first(low[0], grid.originXMm(), grid.inPlaneMm()),
      first(low[1], grid.originYMm(), grid.inPlaneMm()),
      first(low[2], grid.originZMm(), grid.sliceMm()),
      last(high[0], grid.originXMm(), grid.inPlaneMm(), grid.columns()),
      last(high[1], grid.originYMm(), grid.inPlaneMm(), grid.rows()),
      last(high[2], grid.originZMm(), grid.sliceMm(), grid.slices())
    };
  }

  private static int first(double mm, double origin, double spacing) {
    return Math.max(0, (int) Math.floor((mm - origin) / spacing));
  }

  private static int last(double mm, double origin, double spacing, int count) {
    return Math.min(count - 1, (int) Math.ceil((mm - origin) / spacing));
  }
}
