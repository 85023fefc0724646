package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * What speaks for and against a group of nuclei being one giant cell.
 *
 * @param nuclei how many
 * @param weakest score of the weakest pair that holds it together
 * @param outward score of the best pair to a nucleus outside, the lowest possible where there is
 *     none
 * @param hullUm2PerNucleus area of the hull per nucleus
 * @param odSpread how far the cytoplasm around its nuclei differs, over its level
 * @param even share of the hull's cytoplasm whose DAB is near the level
 * @param pale share of the hull's cytoplasm whose DAB is far below the level
 * @param foreign share of the hull that is nuclei of others
 * @param ownNuclei share of the hull that is its own nuclei
 * @param level mean DAB optical density around its nuclei
 */
record GroupFeatures(
    int nuclei,
    double weakest,
    double outward,
    double hullUm2PerNucleus,
    double odSpread,
    double even,
    double pale,
    double foreign,
    double ownNuclei,
    double level) {

  private static final double EVEN_OD = 0.05;
  private static final double EVEN_SHARE = 0.25;

  static GroupFeatures of(NucleusScene scene, GroupTree.Node node, double outward) {
    int[] members = node.members();
    double[] ods = Arrays.stream(members).mapToDouble(scene::od).sorted().toArray();
    double level = Math.max(0, ods[ods.length / 2]);
    double spread =
        (ods[(int) (0.8 * (ods.length - 1))] - ods[(int) Math.ceil(0.2 * (ods.length - 1))])
            / (NucleusScene.NOISE_OD + level);
    GroupHull hull = GroupHull.of(scene.nuclei(), members, scene.frame());
    Inside inside = Inside.of(scene, hull, members, level);
    double cytoplasm = Math.max(1, inside.cytoplasm);
    double all = Math.max(1, inside.all);
    return new GroupFeatures(
        members.length,
        node.weakest(),
        outward,
        scene.frame().areaUm2(hull.area()) / members.length,
        spread,
        inside.even / cytoplasm,
        inside.pale / cytoplasm,
        inside.foreign / all,
        inside.own / all,
        level);
  }

  /** Pixel counts within a hull. */
  private static final class Inside {
    private int all;
    private int own;
    private int foreign;
    private int cytoplasm;
    private int even;
    private int pale;

    static Inside of(NucleusScene scene, GroupHull hull, int[] members, double level) {
      Inside inside = new Inside();
      double band = EVEN_OD + EVEN_SHARE * level;
      int y1 = Math.min(scene.height() - 1, (int) hull.bottom());
      for (int y = (int) Math.max(0, hull.top()); y <= y1; y++) {
        double[] span = hull.span(y + 0.5);
        int x1 = (int) Math.min(scene.width() - 1, Math.floor(span[1] - 0.5));
        for (int x = (int) Math.max(0, Math.ceil(span[0] - 0.5)); x <= x1; x++) {
          inside.add(scene, y * scene.width() + x, members, level, band);
        }
      }
      return inside;
    }

    private void add(NucleusScene scene, int p, int[] members, double level, double band) {
      all++;
      int label = scene.nuclei().labels()[p];
      if (label > 0) {
        if (Arrays.binarySearch(members, label - 1) >= 0) {
          own++;
        } else {
          foreign++;
        }
        return;
      }
      cytoplasm++;
      double off = scene.dab()[p] - level;
      even += Math.abs(off) <= band ? 1 : 0;
      pale += off < -2 * band ? 1 : 0;
    }
  }
}
