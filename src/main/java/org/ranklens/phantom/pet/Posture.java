package org.ranklens.phantom.pet;

/**
 * How the patient lies: turned about the origin (x, then y, then z), moved, and with the neck bent
 * about the left-right axis, growing over the cervical spine.
 *
 * @param moveXMm to the left
 * @param moveYMm to the back
 * @param moveZMm to the head
 * @param turnXDegrees about x
 * @param turnYDegrees about y
 * @param turnZDegrees about z
 * @param neckDegrees bend of the neck, positive to the front
 */
public record Posture(
    double moveXMm,
    double moveYMm,
    double moveZMm,
    double turnXDegrees,
    double turnYDegrees,
    double turnZDegrees,
    double neckDegrees) {

  /** As planned: no move, no turn, no bend. */
  public static final Posture STRAIGHT = new Posture(0, 0, 0, 0, 0, 0, 0);

  /** The posture worked out, for many places. */
  PostureMap map() {
    return new PostureMap(this);
  }
}
