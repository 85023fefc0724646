package org.ranklens.phantom.ihc;

/** Where the osteoid of a phantom was drawn, under its cells too. */
public final class OsteoidMask {

  /** From here on a place is more osteoid than ground. */
  private static final double HALF = 0.5;

  private final TissuePlan plan;

  /** Of the phantom that is rendered from these settings. */
  public OsteoidMask(IhcPhantomSettings settings) {
    plan = new TissuePlan(settings);
  }

  /** Returns whether a place is osteoid, in micrometres from the upper left. */
  public boolean holds(double xMicrons, double yMicrons) {
    return plan.osteoid(xMicrons, yMicrons) >= HALF;
  }
}
