package org.ranklens.phantom.ihc;

import java.util.List;

/** Three numbers, one per colour channel: a white point in grey levels or a stain vector in OD. */
public record Rgb(double red, double green, double blue) {

  /** The same direction at length one. */
  public Rgb unit() {
    double norm = StrictMath.sqrt(red * red + green * green + blue * blue);
    return new Rgb(red / norm, green / norm, blue / norm);
  }

  /** The vector turned about an axis through the origin by an angle in degrees (Rodrigues). */
  public Rgb turned(Rgb axis, double degrees) {
    Rgb k = axis.unit();
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double along = (k.red * red + k.green * green + k.blue * blue) * (1 - cos);
    return new Rgb(
        red * cos + (k.green * blue - k.blue * green) * sin + k.red * along,
        green * cos + (k.blue * red - k.red * blue) * sin + k.green * along,
        blue * cos + (k.red * green - k.green * red) * sin + k.blue * along);
  }

  double channel(int index) {
    return index == 0 ? red : index == 1 ? green : blue;
  }

  List<Double> asList() {
    return List.of(red, green, blue);
  }
}
