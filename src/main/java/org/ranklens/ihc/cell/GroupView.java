package org.ranklens.ihc.cell;

/**
 * The picture of a group of nuclei and of what is around it in which a {@link PictureNet} looks for
 * a giant cell: a disc whose squares are of the same size whatever the scene's are. It owns its
 * arrays.
 */
final class GroupView {

  /** Squares along an edge of the picture. */
  static final int EDGE = 58;

  /** DAB less the group's level, DAB, haematoxylin, its nuclei, those of others, the slide. */
  static final int PLANES = 6;

  static final double SQUARE_MICRONS = 1.5;

  private static final int SQUARES = EDGE * EDGE;

  /** Where planes begin; the first is DAB less the group's level. */
  private static final int DAB = SQUARES;

  private static final int HEMATOXYLIN = 2 * SQUARES;
  private static final int OWN = 3 * SQUARES;
  private static final int OTHERS = 4 * SQUARES;
  private static final int SLIDE = 5 * SQUARES;

  /** Of the middle of a square from the middle of the picture, squares. */
  private static final double MIDDLE = (EDGE - 1) / 2.0;

  private static final float MOST_CONTRAST = 1.5f;
  private static final float LEAST_OD = -0.2f;
  private static final float MOST_OD = 1.5f;

  /** A common difference of haematoxylin becomes one. */
  private static final float HEMATOXYLIN_SCALE = 5;

  private final NucleusScene scene;

  /** Per label whether the nucleus is one of the group. */
  private final boolean[] own;

  GroupView(NucleusScene scene) {
    this.scene = scene;
    this.own = new boolean[scene.nuclei().count() + 1];
  }

  /**
   * Returns the planes, one after the other, each row by row; stains are 0 but in cytoplasm.
   *
   * @param members the group's nuclei
   */
  float[] of(int... members) {
    double x = 0;
    double y = 0;
    for (int member : members) {
      x += scene.nuclei().shape(member).x();
      y += scene.nuclei().shape(member).y();
      own[member + 1] = true;
    }
    float[] picture = seen(x / members.length, y / members.length);
    for (int member : members) {
      own[member + 1] = false;
    }
    relate(picture, (float) Math.max(0, scene.median(members)));
    return picture;
  }

  /** Returns the picture around a place, with both stains as they are. */
  private float[] seen(double middleX, double middleY) {
    float[] picture = new float[PLANES * SQUARES];
    double square = scene.frame().pixels(SQUARE_MICRONS);
    for (int p = 0; p < SQUARES; p++) {
      int row = p / EDGE;
      double dx = p % EDGE - MIDDLE;
      double dy = row - MIDDLE;
      if (dx * dx + dy * dy <= EDGE * EDGE / 4.0) {
        look(picture, p, middleX + square * dx - 0.5, middleY + square * dy - 0.5);
      }
    }
    return picture;
  }

  /** Weighs the four squares of the scene around a place. */
  private void look(float[] picture, int p, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = (float) (x - left);
    float lower = (float) (y - top);
    int column = left - scene.frame().x();
    int row = top - scene.frame().y();
    if (column < 0 || row < 0 || column >= scene.width() - 1 || row >= scene.height() - 1) {
      return;
    }
    int at = row * scene.width() + column;
    add(picture, p, at, (1 - right) * (1 - lower));
    add(picture, p, at + 1, right * (1 - lower));
    add(picture, p, at + scene.width(), (1 - right) * lower);
    add(picture, p, at + scene.width() + 1, right * lower);
    picture[SLIDE + p] = 1;
  }

  private void add(float[] picture, int p, int at, float share) {
    picture[DAB + p] += share * scene.dab()[at];
    picture[HEMATOXYLIN + p] += share * scene.hematoxylin()[at];
    int label = scene.nuclei().labels()[at];
    if (label > 0) {
      picture[(own[label] ? OWN : OTHERS) + p] += share;
    }
  }

  /** Takes nuclei out of the stains, DAB's level and the mean haematoxylin off. */
  private static void relate(float[] picture, float level) {
    float[] cytoplasm = new float[SQUARES];
    float sum = 0;
    float squares = 0;
    for (int p = 0; p < SQUARES; p++) {
      float nuclei = picture[OWN + p] + picture[OTHERS + p];
      cytoplasm[p] = Math.max(0, picture[SLIDE + p] - nuclei);
      sum += cytoplasm[p] * picture[HEMATOXYLIN + p];
      squares += cytoplasm[p];
    }
    float mean = sum / Math.max(1, squares);
    for (int p = 0; p < SQUARES; p++) {
      float dab = picture[DAB + p];
      float contrast = (dab - level) / ((float) NucleusScene.NOISE_OD + level);
      float hematoxylin = HEMATOXYLIN_SCALE * (picture[HEMATOXYLIN + p] - mean);
      picture[p] = cytoplasm[p] * held(contrast, -MOST_CONTRAST, MOST_CONTRAST);
      picture[DAB + p] = cytoplasm[p] * held(dab, LEAST_OD, MOST_OD);
      picture[HEMATOXYLIN + p] = cytoplasm[p] * held(hematoxylin, -MOST_CONTRAST, MOST_CONTRAST);
    }
  }

  private static float held(float value, float least, float most) {
    return Math.max(least, Math.min(most, value));
  }
}
