package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Geometry grid = suv.geometry();
    int least = (int) Math.ceil(settings.minimumMl() / grid.voxelMl() - 1e-9);
    List<int[]> hot =
        connected(suv.suvBw(), grid, thresholdSuvBw).stream()
            .filter(component -> component.length >= least)
            .toList();
    return marrow.isPresent()
        ? outsideMarrow(hot, marrow.get(), suv, settings, least)
        : new HotRegions(parted(hot, suv, settings, least), Optional.empty());
  }

  private static List<int[]> connected(float[] values, Geometry grid, double threshold) {
    boolean[] hot = new boolean[values.length];
    for (int i = 0; i < hot.length; i++) {
      hot[i] = values[i] >= threshold;
    }
    return Components.of(hot, grid);
  }

  private static List<int[]> parted(
      List<int[]> components, SuvVolume suv, LesionSettings settings, int least) {
    double saddle = settings.saddlePercentOfPeak() / 100;
    return components.stream()
        .flatMap(c -> Watershed.split(suv.suvBw(), suv.geometry(), c, saddle, least).stream())
        .filter(part -> part.length >= least)
        .toList();
  }

  /** Of the regions in hot marrow only what stands out from it stays. */
  private static HotRegions outsideMarrow(
      List<int[]> hot, HotMarrow marrow, SuvVolume suv, LesionSettings settings, int least) {
    float[] values = suv.suvBw();
    Geometry grid = suv.geometry();
    Map<Boolean, List<int[]>> byMarrow =
        hot.stream().collect(Collectors.partitioningBy(part -> marrow.mayBe(new Voi(grid, part))));
    int[] inMarrow = byMarrow.get(true).stream().flatMapToInt(Arrays::stream).sorted().toArray();
    boolean[] standsOut = new boolean[values.length];
    for (int index : inMarrow) {
      standsOut[index] = values[index] >= marrow.standsOutSuvBw();
    }
    List<int[]> left = new ArrayList<>(byMarrow.get(false));
    left.addAll(Components.of(standsOut, grid));
    int[] usual = Arrays.stream(inMarrow).filter(index -> !standsOut[index]).toArray();
    return new HotRegions(
        parted(left, suv, settings, least),
        usual.length == 0
            ? Optional.empty()
            : Optional.of(told(new Voi(grid, usual), suv, marrow)));
  }

  private static Physiological told(Voi voi, SuvVolume suv, HotMarrow marrow) {
    return new Physiological(
        Organ.MARROW,
        voi.centre(),
        voi.ml(),
        UptakeMeter.max(suv, voi),
        String.format(
            Locale.ROOT,
            "the spine's bone takes up nearly the same at every height: only what exceeds %.1f"
                + " times that, SUVbw %.2f, is looked at in bone; please check",
            HotMarrow.STANDS_OUT,
            marrow.standsOutSuvBw()));
  }
}
