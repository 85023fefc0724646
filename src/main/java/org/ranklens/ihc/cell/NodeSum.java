package org.ranklens.ihc.cell;

/** Sums over the pixels of one component while it grows, in pixels of the tile. */
final class NodeSum {

  int level;
  int pixel;
  int area;
  long x;
  long y;
  long xx;
  long yy;
  long xy;
  int left;
  int right;
  int top;
  int bottom;
  int contour;
  long contourMilliGradient;

  /** The nodes that have no parent yet, as a list; {@link ComponentTree#NONE} for none. */
  int firstChild;

  int lastChild;

  /** Begins anew. */
  void begin(int itsLevel, int itsPixel) {
    level = itsLevel;
    pixel = itsPixel;
    area = 0;
    x = 0;
    y = 0;
    xx = 0;
    yy = 0;
    xy = 0;
    left = Integer.MAX_VALUE;
    right = 0;
    top = Integer.MAX_VALUE;
    bottom = 0;
    contour = 0;
    contourMilliGradient = 0;
    firstChild = ComponentTree.NONE;
    lastChild = ComponentTree.NONE;
  }

  void add(int itsX, int itsY) {
    x += itsX;
    y += itsY;
    xx += (long) itsX * itsX;
    yy += (long) itsY * itsY;
    xy += (long) itsX * itsY;
    left = Math.min(left, itsX);
    right = Math.max(right, itsX);
    top = Math.min(top, itsY);
    bottom = Math.max(bottom, itsY);
  }

  void addContour(int pixels, int milliGradient) {
    contour += pixels;
    contourMilliGradient += milliGradient;
  }

  void addAll(NodeSum other) {
    area += other.area;
    x += other.x;
    y += other.y;
    xx += other.xx;
    yy += other.yy;
    xy += other.xy;
    left = Math.min(left, other.left);
    right = Math.max(right, other.right);
    top = Math.min(top, other.top);
    bottom = Math.max(bottom, other.bottom);
    contour += other.contour;
    contourMilliGradient += other.contourMilliGradient;
  }

  int extent() {
    return Math.max(right - left, bottom - top) + 1;
  }
}
