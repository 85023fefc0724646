package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Point3;

/**
 * Uptake that was kept out by a rule; {@code keep} in the user's names file brings it back.
 *
 * @param organ what it was taken for
 * @param centre its centre in DICOM patient coordinates
 * @param ml its volume in ml
 * @param suvBwMax its largest SUVbw, g/ml
 * @param rule the rule that took it for that, with its numbers
 */
public record Physiological(Organ organ, Point3 centre, double ml, double suvBwMax, String rule) {

  /** Organs that take up FDG in health. */
  public enum Organ {
    BRAIN,
    HEART,
    KIDNEY,
    BLADDER,
    LIVER,
    BOWEL,
    URETER,
    BROWN_FAT,
    /** Tonsils, parotid and submandibular glands. */
    GLAND,
    /** Red marrow that takes up more than usual everywhere. */
    MARROW,
    /** Tracer beside a vein of an arm. */
    INJECTION_SITE,
    /** Dropped by the user's names file. */
    DROPPED
  }
}
