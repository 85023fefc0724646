package org.ranklens.ihc.score;

/** How the immunoreactive score turns a percentage of positive cells into 0 to 4. */
public enum IrsBins {
  /** 0: none, 1: below 10 %, 2: 10 to 50 %, 3: above 50 to 80 %, 4: above 80 %. */
  REMMELE_STEGNER {
    @Override
    int of(double positivePercent) {
      if (positivePercent <= 0) {
        return 0;
      }
      if (positivePercent < 10) {
        return 1;
      }
      if (positivePercent <= 50) {
        return 2;
      }
      return positivePercent <= 80 ? 3 : 4;
    }
  },
  /** 0: below 10 %, 1: to 25 %, 2: to 50 %, 3: to 75 %, 4: above. */
  QUARTERS_FROM_TEN {
    @Override
    int of(double positivePercent) {
      return positivePercent < 10 ? 0 : QUARTERS.of(positivePercent);
    }
  },
  /** 0: none, 1: up to 25 %, 2: to 50 %, 3: to 75 %, 4: above. */
  QUARTERS {
    @Override
    int of(double positivePercent) {
      return positivePercent <= 0 ? 0 : Math.min(4, (int) Math.ceil(positivePercent / 25));
    }
  };

  abstract int of(double positivePercent);
}
