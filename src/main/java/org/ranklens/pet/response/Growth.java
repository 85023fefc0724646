package org.ranklens.pet.response;

import java.util.Locale;
import java.util.Optional;

/**
 * Visible growth of a lesion's extent: its longest dimension. A difference of no more than two
 * voxels isn't seen, and where the uptake falls a contour at a part of the maximum widens without
 * any growth.
 */
final class Growth {

  private static final double VOXELS = 2;

  private Growth() {}

  /** Returns the first lesion that grows by more than so many percent, in words. */
  static Optional<String> beyond(double percent, ScanFindings from, ScanFindings to) {
    double seen = VOXELS * Math.max(from.voxelMm(), to.voxelMm());
    for (LesionFinding now : to.lesions()) {
      Optional<LesionFinding> then = from.lesion(now.lesion());
      if (then.isEmpty() || !now.takesUp() || then.get().longestMm() <= 0) {
        continue;
      }
      Change length = new Change(then.get().longestMm(), now.longestMm());
      if (length.risesByMoreThan(percent)
          && length.absolute() > seen
          && now.peak() >= then.get().peak()) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s grows by more than %.0f %% (%.0f to %.0f mm)",
                now.lesion(),
                percent,
                length.from(),
                length.to()));
      }
    }
    return Optional.empty();
  }
}
