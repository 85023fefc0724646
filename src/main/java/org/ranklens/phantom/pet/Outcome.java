package org.ranklens.phantom.pet;

/** What therapy did to the lesions between baseline and follow-up. */
public enum Outcome {
  /** Uptake gone in every lesion, and each of them calcified. */
  CMR,
  /** Uptake below half in every lesion. */
  PMR,
  /** Uptake as before. */
  SMD,
  /** Uptake more than half higher in every lesion, and the lesions grown. */
  PMD,
  /** Uptake below half in the known lesions, but a new one. */
  NEW;

  /** The SUV a lesion has at follow-up. */
  double followupSuv(double baselineSuv) {
    return switch (this) {
      case CMR -> 0.65;
      case PMR, NEW -> 0.42 * baselineSuv;
      case SMD -> 1.06 * baselineSuv;
      case PMD -> 1.6 * baselineSuv;
    };
  }

  /** The HU a lesion has at follow-up. */
  double followupHu(double baselineHu) {
    return this == CMR ? 640 : baselineHu;
  }

  double growth() {
    return this == PMD ? 1.15 : 1;
  }
}
