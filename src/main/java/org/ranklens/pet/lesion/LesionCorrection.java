package org.ranklens.pet.lesion;

import java.util.Objects;
import org.ranklens.pet.dicom.Point3;

/**
 * What the user knows better about a region, or about normal tissue, than the rules.
 *
 * @param timepoint the time point in whose coordinates the point lies; empty for the first
 * @param action what is to be done
 * @param name the lesion's name; may be empty but for {@link Action#NAME}
 * @param point a point in the region, or within 15 mm of it, or the middle of the normal tissue's
 *     sphere or cylinder, in DICOM patient coordinates
 */
public record LesionCorrection(String timepoint, Action action, String name, Point3 point) {

  /** What is to be done at the point. */
  public enum Action {
    /** It is given the name. */
    NAME,
    /** It is no lesion, whatever the rules say. */
    DROP,
    /** It is a lesion, whatever the rules say. */
    KEEP,
    /** The sphere in the liver stands here. */
    LIVER,
    /** The cylinder in the descending aorta stands here. */
    AORTA
  }

  /** Returns whether it is about normal tissue, not a region of uptake. */
  boolean ofNormalTissue() {
    return action == Action.LIVER || action == Action.AORTA;
  }

  public LesionCorrection {
    Objects.requireNonNull(timepoint, "timepoint");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(point, "point");
    if (action == Action.NAME && name.isBlank()) {
      throw new IllegalArgumentException("a name must not be empty");
    }
  }
}
