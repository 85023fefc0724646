package org.ranklens.ihc.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Intervals by drawing squares of the slide, with all of their cells, with replacement: cells next
 * to each other are alike, so drawing single cells would give intervals that are too narrow.
 *
 * <p>Percentile intervals, the (B+1) x 2.5 % and (B+1) x 97.5 % smallest of B resamples: Efron B,
 * Tibshirani RJ. An Introduction to the Bootstrap. Chapman and Hall 1993. Whole clusters drawn:
 * Field CA, Welsh AH. Bootstrapping clustered data. J R Stat Soc B 2007;69:369-390. The random
 * numbers are those of {@link Random}, whose sequence is part of the Java specification.
 */
final class Bootstrap {

  private static final double TAIL = 0.025;

  private final double[] positivePercent;
  private final double[] hScore;
  private final double[] allredTotal;
  private final double[] irsTotal;

  private Bootstrap(int resamples) {
    positivePercent = new double[resamples];
    hScore = new double[resamples];
    allredTotal = new double[resamples];
    irsTotal = new double[resamples];
  }

  static ScoreIntervals of(ClassBlocks blocks, ScoreSettings settings) {
    ClassBlocks.Grid grid = blocks.grid(settings.interval());
    if (grid.blocks().isEmpty()) {
      return ScoreIntervals.none();
    }
    OptionalInt edge = OptionalInt.of(grid.edgeMicrons());
    int count = grid.blocks().size();
    ClassCounts all = blocks.total();
    if (count < 2 || oneClassOnly(all)) {
      ScoreIntervals none = ScoreIntervals.none();
      return new ScoreIntervals(
          none.positivePercent(), none.hScore(), none.allredTotal(), none.irsTotal(), count, edge);
    }
    Bootstrap bootstrap = new Bootstrap(settings.interval().resamples());
    bootstrap.draw(grid.blocks(), settings);
    boolean mixed = all.positive() > 0 && all.negative() > 0;
    return new ScoreIntervals(
        mixed ? Optional.of(interval(bootstrap.positivePercent)) : Optional.empty(),
        Optional.of(interval(bootstrap.hScore)),
        Optional.of(interval(bootstrap.allredTotal)),
        Optional.of(interval(bootstrap.irsTotal)),
        count,
        edge);
  }

  private static boolean oneClassOnly(ClassCounts counts) {
    long most =
        Math.max(
            Math.max(counts.negative(), counts.weak()),
            Math.max(counts.moderate(), counts.strong()));
    return most == counts.total();
  }

  private void draw(List<ClassCounts> blocks, ScoreSettings settings) {
    Random random = new Random(settings.interval().seed());
    for (int i = 0; i < hScore.length; i++) {
      ClassCounts drawn = resample(blocks, random);
      positivePercent[i] = 100.0 * drawn.positive() / drawn.total();
      hScore[i] = 100.0 * drawn.weightedSum() / drawn.total();
      allredTotal[i] = Allred.of(drawn).total();
      irsTotal[i] = Irs.of(drawn, settings).total();
    }
  }

  /** Sums in local variables: a record a block would be millions of objects a slide. */
  private static ClassCounts resample(List<ClassCounts> blocks, Random random) {
    long negative = 0;
    long weak = 0;
    long moderate = 0;
    long strong = 0;
    for (int i = 0; i < blocks.size(); i++) {
      ClassCounts block = blocks.get(random.nextInt(blocks.size()));
      negative += block.negative();
      weak += block.weak();
      moderate += block.moderate();
      strong += block.strong();
    }
    return new ClassCounts(negative, weak, moderate, strong);
  }

  private static Interval interval(double[] values) {
    Arrays.sort(values);
    int rank = Math.max(1, (int) Math.floor(TAIL * (values.length + 1)));
    return new Interval(values[rank - 1], values[values.length - rank]);
  }
}
