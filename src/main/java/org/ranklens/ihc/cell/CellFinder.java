package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.stain.StainImages;

/** Finds the cells of a tile. */
public final class CellFinder {

  private static final double DAB_SIGMA_MICRONS = 0.4;
  private static final double SCENE_SIGMA_MICRONS = 0.7;

  private final CellSettings settings;
  private final double positiveOd;

  /**
   * Makes a finder for a slide.
   *
   * @param positiveOd least DAB optical density of a positive pixel
   */
  public CellFinder(CellSettings settings, double positiveOd) {
    this.settings = settings;
    this.positiveOd = positiveOd;
  }

  /** Returns the halo that makes the cells of a core the same in every tile, micrometres. */
  public double haloMicrons() {
    double nucleusReach = 55;
    return settings.giantMaxExtentMicrons() + settings.giantEdgeMicrons() + nucleusReach;
  }

  /** Returns the cells whose position lies in the frame's core, from the upper edge down. */
  public List<Cell> find(StainImages images, TileFrame frame) {
    Nuclei nuclei = NucleusDetector.find(images, frame, settings);
    float[] dab =
        GaussianFilter.of(
            images.dabOd(), images.width(), images.height(), frame.pixels(DAB_SIGMA_MICRONS));
    CytoplasmGrowth growth =
        CytoplasmGrowth.of(
            nuclei.labels(), dab, images.width(), frame, settings.cytoplasmReachMicrons());
    CellPixels pixels = CellPixels.of(growth.labels(), nuclei.count());
    CytoplasmMeter meter =
        new CytoplasmMeter(growth, images.dabOd(), images.width(), frame, positiveOd);
    List<float[]> values = new ArrayList<>();
    List<Optional<CytoplasmOd>> cytoplasm = new ArrayList<>();
    for (int label = 1; label <= nuclei.count(); label++) {
      values.add(meter.values(pixels, label));
      cytoplasm.add(meter.measure(values.get(label - 1)));
    }
    NucleusScene scene =
        new NucleusScene(
            nuclei,
            smooth(images, images.dabOd(), frame),
            smooth(images, images.hematoxylinOd(), frame),
            images.width(),
            frame,
            cytoplasm);
    List<int[]> giants = GiantGrouping.groups(scene, settings);
    return new CellAssembly(nuclei, growth, pixels, images, frame, meter, values).cells(giants);
  }

  private static float[] smooth(StainImages images, float[] plane, TileFrame frame) {
    return GaussianFilter.of(
        plane, images.width(), images.height(), frame.pixels(SCENE_SIGMA_MICRONS));
  }
}
