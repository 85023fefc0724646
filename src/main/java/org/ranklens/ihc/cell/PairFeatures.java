package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * What speaks for and against two neighbouring nuclei lying in one cytoplasm.
 *
 * @param distanceMicrons between the centres
 * @param gapMicrons length of the straight way between the nuclei that is outside of nuclei
 * @param odDifference between the cytoplasm around both, over the level of both
 * @param valley how far DAB falls on the way below the paler of both, over the level of both
 * @param ridge how far DAB rises on the way above the darker of both, over the level of both
 * @param hematoxylinValley how far haematoxylin falls on the way below that around both nuclei
 * @param crowd close neighbours of like stain that the lonelier of both has
 * @param crowdSum close neighbours of like stain that both have
 * @param level mean DAB optical density of the cytoplasm around both
 */
record PairFeatures(
    double distanceMicrons,
    double gapMicrons,
    double odDifference,
    double valley,
    double ridge,
    double hematoxylinValley,
    double crowd,
    double crowdSum,
    double level) {

  private static final double CLOSE_MICRONS = 11;
  private static final double LIKE = 0.5;
  private static final double[] OFFSETS_MICRONS = {-2, -1, 0, 1, 2};

  static PairFeatures of(NucleusScene scene, NucleusGrid grid, Neighbours.Pair pair) {
    int a = pair.a();
    int b = pair.b();
    double level = scene.level(a, b);
    double scale = NucleusScene.NOISE_OD + level;
    double[] lowest = new double[OFFSETS_MICRONS.length];
    double[] highest = new double[OFFSETS_MICRONS.length];
    double[] lowestH = new double[OFFSETS_MICRONS.length];
    int gap = 0;
    for (int i = 0; i < OFFSETS_MICRONS.length; i++) {
      Way way = Way.of(scene, pair, scene.frame().pixels(OFFSETS_MICRONS[i]), level);
      lowest[i] = way.lowestDab();
      highest[i] = way.highestDab();
      lowestH[i] = way.lowestH();
      gap = OFFSETS_MICRONS[i] == 0 ? way.pixels() : gap;
    }
    Arrays.sort(lowest);
    Arrays.sort(highest);
    Arrays.sort(lowestH);
    int crowdA = crowd(scene, grid, a);
    int crowdB = crowd(scene, grid, b);
    return new PairFeatures(
        pair.distancePixels() * scene.frame().pixelSizeMicrons(),
        gap * scene.frame().pixelSizeMicrons(),
        scene.unlikeness(a, b),
        (Math.min(scene.od(a), scene.od(b)) - lowest[3]) / scale,
        (highest[1] - Math.max(scene.od(a), scene.od(b))) / scale,
        lowestH[3],
        Math.min(crowdA, crowdB),
        crowdA + crowdB,
        level);
  }

  private static int crowd(NucleusScene scene, NucleusGrid grid, int nucleus) {
    int crowd = 0;
    for (int other : grid.near(nucleus)) {
      if (Neighbours.distance(scene.nuclei(), nucleus, other) <= scene.frame().pixels(CLOSE_MICRONS)
          && scene.unlikeness(nucleus, other) < LIKE) {
        crowd++;
      }
    }
    return crowd;
  }

  /** What a straight walk beside the line of centres meets outside of nuclei. */
  private record Way(int pixels, double lowestDab, double highestDab, double lowestH) {

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
      for (int i = 0; i <= steps; i++) {
        double along = pair.distancePixels() * i / steps;
        int x = (int) Math.floor(from.x() + along * dx - offset * dy) - scene.frame().x();
        int y = (int) Math.floor(from.y() + along * dy + offset * dx) - scene.frame().y();
        if (x >= 0 && y >= 0 && x < scene.width() && y < scene.height()) {
          int p = y * scene.width() + x;
          if (scene.nuclei().labels()[p] == 0) {
            outside++;
            lowest = Math.min(lowest, scene.dab()[p]);
            highest = Math.max(highest, scene.dab()[p]);
            lowestH = Math.min(lowestH, scene.hematoxylin()[p]);
          }
        }
      }
      return outside == 0
          ? new Way(0, level, level, 0.3)
          : new Way(outside, lowest, highest, lowestH);
    }
  }
}
