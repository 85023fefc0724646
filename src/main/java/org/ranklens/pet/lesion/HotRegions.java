package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.lesion.Physiological.Organ;
import org.ranklens.pet.suv.SuvVolume;

/**
 * What takes up at least a threshold, in connected regions, touching ones parted.
 *
 * @param parts the regions, each as ascending indices
 * @param marrow what was left out as hot marrow
 */
record HotRegions(List<int[]> parts, Optional<Physiological> marrow) {

  static HotRegions of(
      SuvVolume suv, double thresholdSuvBw, Optional<HotMarrow> marrow, LesionSettings settings) {
    float[] values = suv.suvBw();
    Geometry grid = suv.geometry();
    int least = (int) Math.ceil(settings.minimumMl() / grid.voxelMl() - 1e-9);
    List<int[]> components = new ArrayList<>(connected(values, grid, thresholdSuvBw));
    components.removeIf(component -> component.length < least);
    Optional<Physiological> leftOut = marrow.flatMap(hot -> leaveOut(hot, components, suv));
    double saddle = settings.saddlePercentOfPeak() / 100;
    List<int[]> parts = new ArrayList<>();
    for (int[] component : components) {
      parts.addAll(Watershed.split(values, grid, component, saddle, least));
    }
    parts.removeIf(part -> part.length < least);
    return new HotRegions(parts, leftOut);
  }

  private static List<int[]> connected(float[] values, Geometry grid, double threshold) {
    boolean[] hot = new boolean[values.length];
    for (int i = 0; i < hot.length; i++) {
      hot[i] = values[i] >= threshold;
    }
    return Components.of(hot, grid);
  }

  /** Of the regions in hot marrow only what stands out from it stays. */
  private static Optional<Physiological> leaveOut(
      HotMarrow marrow, List<int[]> components, SuvVolume suv) {
    float[] values = suv.suvBw();
    Geometry grid = suv.geometry();
    boolean[] standsOut = new boolean[values.length];
    boolean[] usual = new boolean[values.length];
    components.removeIf(
        component -> {
          boolean inMarrow = marrow.mayBe(new Voi(grid, component));
          for (int index : inMarrow ? component : new int[0]) {
            standsOut[index] = values[index] >= marrow.standsOutSuvBw();
            usual[index] = !standsOut[index];
          }
          return inMarrow;
        });
    components.addAll(Components.of(standsOut, grid));
    int[] left = IntStream.range(0, usual.length).filter(i -> usual[i]).toArray();
    return left.length == 0
        ? Optional.empty()
        : Optional.of(told(new Voi(grid, left), suv, marrow));
  }

  private static Physiological told(Voi voi, SuvVolume suv, HotMarrow marrow) {
    return new Physiological(
        Organ.MARROW,
        voi.centre(),
        voi.ml(),
        UptakeMeter.max(suv, voi),
        String.format(
            Locale.ROOT,
            "the spine's bone takes up nearly the same at every height: only what exceeds 1.5 times"
                + " that, SUVbw %.2f, is looked at in bone; please check",
            marrow.standsOutSuvBw()));
  }
}
