package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.lesion.Physiological.Organ;

/**
 * Which hot regions are organs that take up FDG in health. Every rule gives its numbers, so that
 * the user can see and correct it.
 */
final class OrganRules {

  /** Of a region without bone, less than this part is as dense as bone. */
  static final double NO_BONE = 0.05;

  private final HeadRules head;
  private final HeartRules heart;
  private final ChestRules chest;
  private final TractRules tract;
  private final KidneyRules kidneys;

  OrganRules(Anatomy anatomy) {
    this.head = new HeadRules(anatomy);
    this.heart = new HeartRules(anatomy);
    this.chest = new ChestRules(anatomy);
    this.tract = new TractRules(anatomy);
    this.kidneys = new KidneyRules(anatomy);
  }

  /** An organ and the rule that took a region for it. */
  record Match(Organ organ, String rule) {

    static Optional<Match> of(Organ organ, String rule, Object... numbers) {
      return Optional.of(new Match(organ, String.format(Locale.ROOT, rule, numbers)));
    }
  }

  /** Returns what a region is taken for, seen beside all others of the scan. */
  Optional<Match> organ(Region region, List<Region> all) {
    return head.brain(region)
        .or(() -> tract.bladder(region))
        .or(() -> heart.heart(region, all))
        .or(() -> tract.bowel(region))
        .or(() -> kidneys.kidney(region, all))
        .or(() -> kidneys.cutOff(region))
        .or(() -> kidneys.ureter(region, all))
        .or(() -> chest.brownFat(region, all))
        .or(() -> head.gland(region, all))
        .or(() -> chest.injectionSite(region));
  }
}
