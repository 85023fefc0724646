package org.ranklens.report.figure;

import org.ranklens.pet.dicom.Point3;

/**
 * How a cut through the patient is seen, by radiological convention: the patient faces the reader,
 * so that the patient's right is on the left of axial and coronal pictures.
 */
enum Plane {
  AXIAL("axial", "R", "L", "A", "P"),
  CORONAL("coronal", "R", "L", "H", "F"),
  SAGITTAL("sagittal", "A", "P", "H", "F");

  private final String label;
  private final String leftLetter;
  private final String rightLetter;
  private final String topLetter;
  private final String bottomLetter;

  Plane(
      String label, String leftLetter, String rightLetter, String topLetter, String bottomLetter) {
    this.label = label;
    this.leftLetter = leftLetter;
    this.rightLetter = rightLetter;
    this.topLetter = topLetter;
    this.bottomLetter = bottomLetter;
  }

  String label() {
    return label;
  }

  /** Returns where a cut through a point stands, as {@code H 128 mm}: left, back or head. */
  String position(Point3 at) {
    double mm =
        switch (this) {
          case AXIAL -> at.zMm();
          case CORONAL -> at.yMm();
          case SAGITTAL -> at.xMm();
        };
    String away = this == AXIAL ? "HF" : this == CORONAL ? "PA" : "LR";
    return away.charAt(mm < 0 ? 1 : 0) + " " + Math.round(Math.abs(mm)) + " mm";
  }

  /** Returns a step of 1 mm to the right of the picture, in patient coordinates (LPS). */
  Point3 right() {
    return this == SAGITTAL ? new Point3(0, 1, 0) : new Point3(1, 0, 0);
  }

  /** Returns a step of 1 mm down the picture, in patient coordinates (LPS). */
  Point3 down() {
    return this == AXIAL ? new Point3(0, 1, 0) : new Point3(0, 0, -1);
  }

  String leftLetter() {
    return leftLetter;
  }

  String rightLetter() {
    return rightLetter;
  }

  String topLetter() {
    return topLetter;
  }

  String bottomLetter() {
    return bottomLetter;
  }
}
