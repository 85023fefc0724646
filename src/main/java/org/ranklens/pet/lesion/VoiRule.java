package org.ranklens.pet.lesion;

/** How far a found lesion reaches. */
public enum VoiRule {
  /** Voxels of at least a part of the lesion's own maximum, connected to it. */
  PERCENT_OF_MAX,
  /** Voxels of at least the background around it plus a part of the difference to its maximum. */
  BACKGROUND_ADAPTED,
  /** Voxels of at least the threshold that found it. */
  THRESHOLD
}
