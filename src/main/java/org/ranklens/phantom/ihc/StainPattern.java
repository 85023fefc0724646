package org.ranklens.phantom.ihc;

import java.util.random.RandomGenerator;

/** Which cells a marker stains, as the case report behind this project describes it. */
public enum StainPattern {
  /** Cytoplasm of the multinucleated giant cells; mononuclear cells mostly negative. */
  RANK,
  /** Cytoplasm of the mononuclear tumour cells; giant cells mostly negative. */
  RANKL,
  /** All classes in both populations, for measuring the code over its whole range. */
  MIXED;

  /** The intensity class (0 to 3) of the next giant cell. */
  int giantClass(RandomGenerator random) {
    return switch (this) {
      case RANK -> draw(random, 0.08, 0.25, 0.65);
      case RANKL -> draw(random, 0.90, 1, 1);
      case MIXED -> draw(random, 0.15, 0.45, 0.75);
    };
  }

  /** The intensity class (0 to 3) of the next mononuclear tumour cell. */
  int mononuclearClass(RandomGenerator random) {
    return switch (this) {
      case RANK -> draw(random, 0.90, 0.97, 1);
      case RANKL -> draw(random, 0.22, 0.52, 0.84);
      case MIXED -> draw(random, 0.42, 0.70, 0.90);
    };
  }

  /** Class 0 below the first share, 1 below the second, 2 below the third, else 3. */
  private static int draw(RandomGenerator random, double first, double second, double third) {
    double u = random.nextDouble();
    if (u < first) {
      return 0;
    }
    return u < second ? 1 : u < third ? 2 : 3;
  }
}
