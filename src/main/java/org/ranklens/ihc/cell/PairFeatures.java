package org.ranklens.ihc.cell;

/** Measures the {@link PairFeature}s of two neighbouring nuclei. */
final class PairFeatures {

  private static final double CLOSE_MICRONS = 11;
  private static final double LIKE = 0.5;
  private static final double[] OFFSETS_MICRONS = {-2, -1, 0, 1, 2};
  private static final double LEAST_DISC_MICRONS = 5;

  private final NucleusScene scene;
  private final double[] nearest;
  private final int[] crowd;

  PairFeatures(NucleusScene scene, NucleusGrid grid) {
    this.scene = scene;
    int count = scene.nuclei().count();
    nearest = new double[count];
    crowd = new int[count];
    double close = scene.frame().pixels(CLOSE_MICRONS);
    for (int i = 0; i < count; i++) {
      nearest[i] = scene.frame().pixels(20);
      for (int other : grid.near(i)) {
        double distance = Neighbours.distance(scene.nuclei(), i, other);
        nearest[i] = Math.min(nearest[i], distance);
        if (distance <= close && scene.unlikeness(i, other) < LIKE) {
          crowd[i]++;
        }
      }
    }
  }

  /** Returns a value for each of {@link PairFeature}. */
  double[] of(Neighbours.Pair pair) {
    int a = pair.a();
    int b = pair.b();
    double[] values = new double[PairFeature.values().length];
    set(values, PairFeature.DISTANCE, pair.distancePixels() * scene.frame().pixelSizeMicrons());
    set(values, PairFeature.OD_DIFFERENCE, scene.unlikeness(a, b));
    set(values, PairFeature.CROWD, Math.min(crowd[a], crowd[b]));
    set(values, PairFeature.CROWD_SUM, (double) crowd[a] + crowd[b]);
    set(values, PairFeature.LEVEL, scene.level(a, b));
    set(values, PairFeature.RANK, pair.distancePixels() / Math.max(nearest[a], nearest[b]));
    Ellipse one = scene.nuclei().shape(a);
    Ellipse two = scene.nuclei().shape(b);
    set(
        values,
        PairFeature.SIZE_RATIO,
        Math.min(one.area(), two.area()) / Math.max(one.area(), two.area()));
    set(values, PairFeature.ELONGATION, Math.min(6, Math.max(one.elongation(), two.elongation())));
    way(values, pair);
    disc(values, pair);
    return values;
  }

  // A value for each constant, in their order.
  @SuppressWarnings("EnumOrdinal")
  private static void set(double[] values, PairFeature feature, double value) {
    values[feature.ordinal()] = value;
  }

  private void way(double[] values, Neighbours.Pair pair) {
    double level = scene.level(pair.a(), pair.b());
    double scale = NucleusScene.NOISE_OD + level;
    double[] lowest = new double[OFFSETS_MICRONS.length];
    double[] highest = new double[OFFSETS_MICRONS.length];
    double[] lowestH = new double[OFFSETS_MICRONS.length];
    double[] edge = new double[OFFSETS_MICRONS.length];
    double[] edgeBoth = new double[OFFSETS_MICRONS.length];
    double[] valleyBoth = new double[OFFSETS_MICRONS.length];
    for (int i = 0; i < OFFSETS_MICRONS.length; i++) {
      Way way = Way.of(scene, pair, scene.frame().pixels(OFFSETS_MICRONS[i]), level);
      lowest[i] = way.lowestDab();
      highest[i] = way.highestDab();
      lowestH[i] = way.lowestH();
      edge[i] = way.edge();
      edgeBoth[i] = way.edgeBoth();
      valleyBoth[i] = way.valleyBoth();
      if (OFFSETS_MICRONS[i] == 0) {
        set(values, PairFeature.GAP, way.pixels() * scene.frame().pixelSizeMicrons());
      }
    }
    double paler = Math.min(scene.od(pair.a()), scene.od(pair.b()));
    double darker = Math.max(scene.od(pair.a()), scene.od(pair.b()));
    set(values, PairFeature.VALLEY, (paler - secondHighest(lowest)) / scale);
    set(values, PairFeature.RIDGE, (secondLowest(highest) - darker) / scale);
    set(values, PairFeature.HEMATOXYLIN_VALLEY, secondHighest(lowestH));
    set(values, PairFeature.EDGE, secondLowest(edge));
    set(values, PairFeature.EDGE_BOTH, secondLowest(edgeBoth));
    set(values, PairFeature.VALLEY_BOTH, secondLowest(valleyBoth));
  }

  private static double secondHighest(double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      second = Math.max(second, Math.min(highest, value));
      highest = Math.max(highest, value);
    }
    return second;
  }

  private static double secondLowest(double[] values) {
    double lowest = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (double value : values) {
      second = Math.min(second, Math.max(lowest, value));
      lowest = Math.min(lowest, value);
    }
    return second;
  }

  private void disc(double[] values, Neighbours.Pair pair) {
    Ellipse one = scene.nuclei().shape(pair.a());
    Ellipse two = scene.nuclei().shape(pair.b());
    double x = (one.x() + two.x()) / 2;
    double y = (one.y() + two.y()) / 2;
    double radius = Math.max(pair.distancePixels() / 2, scene.frame().pixels(LEAST_DISC_MICRONS));
    CytoplasmStatistics disc = new CytoplasmStatistics(scene, scene.level(pair.a(), pair.b()));
    for (int row = (int) (y - radius); row <= y + radius; row++) {
      double dy = row + 0.5 - y;
      double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
      disc.addRow(row, (int) Math.ceil(x - half - 0.5), (int) Math.floor(x + half - 0.5));
    }
    set(values, PairFeature.DISC_EVEN, disc.even());
    set(values, PairFeature.DISC_PALE, disc.pale());
    set(values, PairFeature.DISC_HEMATOXYLIN, disc.hematoxylin());
    set(values, PairFeature.DISC_HEMATOXYLIN_SPREAD, disc.hematoxylinSpread());
    set(values, PairFeature.DISC_SPREAD, disc.dabSpread());
  }

  /** What a straight walk beside the line of centres meets outside of nuclei. */
  private record Way(
      int pixels,
      double lowestDab,
      double highestDab,
      double lowestH,
      double edge,
      double edgeBoth,
      double valleyBoth) {

    static Way of(NucleusScene scene, Neighbours.Pair pair, double offset, double level) {
      Ellipse from = scene.nuclei().shape(pair.a());
      Ellipse to = scene.nuclei().shape(pair.b());
      double dx = (to.x() - from.x()) / pair.distancePixels();
      double dy = (to.y() - from.y()) / pair.distancePixels();
      int steps = (int) Math.ceil(pair.distancePixels());
      int outside = 0;
      double lowest = Double.MAX_VALUE;
      double highest = -Double.MAX_VALUE;
      double lowestH = Double.MAX_VALUE;
      double edge = 0;
      double edgeBoth = 0;
      double firstBoth = 0;
      double lastBoth = 0;
      double lowestBoth = Double.MAX_VALUE;
      for (int i = 0; i <= steps; i++) {
        double along = pair.distancePixels() * i / steps;
        int x = (int) Math.floor(from.x() + along * dx - offset * dy) - scene.frame().x();
        int y = (int) Math.floor(from.y() + along * dy + offset * dx) - scene.frame().y();
        if (x >= 0 && y >= 0 && x < scene.width() && y < scene.height()) {
          int p = y * scene.width() + x;
          if (scene.nuclei().labels()[p] == 0) {
            double both = scene.both()[p];
            firstBoth = outside == 0 ? both : firstBoth;
            lastBoth = both;
            lowestBoth = Math.min(lowestBoth, both);
            edge = Math.max(edge, scene.dabEdge()[p]);
            if (scene.tenthsToNucleus()[p] > NucleusScene.DARKENED_TENTHS) {
              edgeBoth = Math.max(edgeBoth, scene.bothEdge()[p]);
            }
            outside++;
            lowest = Math.min(lowest, scene.dab()[p]);
            highest = Math.max(highest, scene.dab()[p]);
            lowestH = Math.min(lowestH, scene.hematoxylin()[p]);
          }
        }
      }
      return outside == 0
          ? new Way(0, level, level, 0.3, 0, 0, 0)
          : new Way(
              outside,
              lowest,
              highest,
              lowestH,
              edge,
              edgeBoth,
              Math.min(firstBoth, lastBoth) - lowestBoth);
    }
  }
}
