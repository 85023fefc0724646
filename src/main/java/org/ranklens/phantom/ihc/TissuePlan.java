package org.ranklens.phantom.ihc;

/** Which place of the field is glass, stroma, tumour or osteoid. Coordinates in micrometres. */
final class TissuePlan {

  private final FieldSettings field;
  private final HistologySettings histology;
  private final LatticeNoise border;
  private final LatticeNoise regions;
  private final LatticeNoise bands;

  TissuePlan(IhcPhantomSettings settings) {
    this.field = settings.field();
    this.histology = settings.histology();
    this.border = new LatticeNoise(settings.seed() * 31 + 1);
    this.regions = new LatticeNoise(settings.seed() * 31 + 2);
    this.bands = new LatticeNoise(settings.seed() * 31 + 3);
  }

  /** How deep inside the tissue a place lies, in micrometres; negative is glass. */
  double depth(double x, double y) {
    if (field.tma().any()) {
      return field.tma().depth(x, y) + 8 * border.rough(x / 60, y / 60);
    }
    if (field.glassMarginMicrons() == 0) {
      return 1000;
    }
    double toBorder =
        Math.min(Math.min(x, field.widthMicrons() - x), Math.min(y, field.heightMicrons() - y));
    double wave = 0.9 * field.glassMarginMicrons() * border.rough(x / 140, y / 140);
    return toBorder - field.glassMarginMicrons() + wave;
  }

  /** Whether tumour cells grow here, rather than stroma. */
  boolean tumour(double x, double y) {
    return depth(x, y) > 12 && (!histology.stroma() || regions.rough(x / 170, y / 170) > -0.2);
  }

  /** How much osteoid lies here, 0 to 1: lace-like bands where a smooth noise crosses zero. */
  double osteoid(double x, double y) {
    if (!histology.osteoid() || depth(x, y) < 8) {
      return 0;
    }
    double band = Math.abs(bands.rough(x / 110, y / 110));
    double patch = regions.at(x / 260 + 9, y / 260 + 4);
    double width = 0.085 * Math.min(1, Math.max(0, (patch + 0.15) * 6));
    return Math.min(1, Math.max(0, (width - band) / 0.03));
  }
}
