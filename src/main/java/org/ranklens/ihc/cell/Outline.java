package org.ranklens.ihc.cell;

/** A closed outline in pixels of level 0; the last point joins the first. It owns its arrays. */
public final class Outline {

  private final float[] xPx;
  private final float[] yPx;

  /** Takes over two arrays of the same length, at least 3. */
  public Outline(float[] xPx, float[] yPx) {
    if (xPx.length != yPx.length || xPx.length < 3) {
      throw new IllegalArgumentException("no outline of " + xPx.length + " points");
    }
    this.xPx = xPx;
    this.yPx = yPx;
  }

  public int points() {
    return xPx.length;
  }

  public float xPx(int point) {
    return xPx[point];
  }

  public float yPx(int point) {
    return yPx[point];
  }

  void pack(PackedWriter out) {
    out.whole(points());
    for (int point = 0; point < points(); point++) {
      out.shortNumber(xPx[point]);
      out.shortNumber(yPx[point]);
    }
  }

  static Outline unpacked(PackedReader in) {
    int points = in.whole();
    float[] xPx = new float[points];
    float[] yPx = new float[points];
    for (int point = 0; point < points; point++) {
      xPx[point] = in.shortNumber();
      yPx[point] = in.shortNumber();
    }
    return new Outline(xPx, yPx);
  }
}
