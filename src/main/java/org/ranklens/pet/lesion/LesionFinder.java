package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.Physiological.Organ;
import org.ranklens.pet.suv.SuvVolume;

/** Finds the lesions of one scan. */
public final class LesionFinder {

  private static final double NEAR_POINT_MM = 15;

  private final SuvVolume suv;
  private final Geometry grid;
  private final Optional<Anatomy> anatomy;
  private final LesionSettings settings;
  private final List<LesionCorrection> corrections;

  private LesionFinder(Scan scan, LesionSettings settings, List<LesionCorrection> corrections) {
    this.suv = scan.suv();
    this.grid = suv.geometry();
    this.anatomy = scan.anatomy();
    this.settings = settings;
    this.corrections = corrections;
  }

  /**
   * Finds the lesions.
   *
   * @param corrections of this scan, in its own coordinates
   */
  public static FoundLesions find(
      Scan scan, LesionSettings settings, List<LesionCorrection> corrections) {
    return new LesionFinder(scan, settings, corrections).run();
  }

  private FoundLesions run() {
    Threshold threshold = Threshold.of(suv, anatomy, settings);
    List<int[]> parts = parts(threshold.suvBw());
    boolean[] taken = new boolean[suv.suvBw().length];
    for (int[] part : parts) {
      for (int index : part) {
        taken[index] = true;
      }
    }
    Delineation delineation = new Delineation(suv.suvBw(), grid, taken, settings);
    List<FoundLesion> lesions = new ArrayList<>();
    List<Physiological> physiological = new ArrayList<>();
    List<Region> regions = regions(parts);
    for (int i = 0; i < parts.size(); i++) {
      Voi part = new Voi(grid, parts.get(i));
      Optional<OrganRules.Match> organ = organ(part, regions, i);
      if (organ.isPresent()) {
        physiological.add(
            new Physiological(
                organ.get().organ(),
                part.centre(),
                part.ml(),
                UptakeMeter.max(suv, part),
                organ.get().rule()));
      } else {
        Voi voi = delineation.voi(parts.get(i));
        lesions.add(new FoundLesion(name(part), voi, List.of()));
      }
    }
    lesions.sort((a, b) -> Double.compare(hottest(b), hottest(a)));
    List<String> warnings = new ArrayList<>(threshold.warnings());
    if (settings.excludePhysiological() && anatomy.isEmpty()) {
      warnings.add("without a CT, physiological uptake can't be told from lesions");
    }
    return new FoundLesions(
        lesions,
        physiological,
        threshold.references(),
        threshold.suvBw(),
        threshold.rule(),
        warnings);
  }

  private double hottest(FoundLesion lesion) {
    return UptakeMeter.max(suv, lesion.voi());
  }

  /** Hot regions, touching ones parted. */
  private List<int[]> parts(double threshold) {
    float[] values = suv.suvBw();
    boolean[] hot = new boolean[values.length];
    for (int i = 0; i < hot.length; i++) {
      hot[i] = values[i] >= threshold;
    }
    double saddle = settings.saddlePercentOfPeak() / 100;
    int least = (int) Math.ceil(settings.minimumMl() / grid.voxelMl() - 1e-9);
    List<int[]> parts = new ArrayList<>();
    for (int[] component : Components.of(hot, grid)) {
      if (component.length >= least) {
        parts.addAll(Watershed.split(values, grid, component, saddle, least));
      }
    }
    parts.removeIf(part -> part.length < least);
    return parts;
  }

  private List<Region> regions(List<int[]> parts) {
    List<Region> regions = new ArrayList<>();
    if (anatomy.isPresent()) {
      for (int[] part : parts) {
        regions.add(Region.of(new Voi(grid, part), suv.suvBw(), anatomy.get()));
      }
    }
    return regions;
  }

  private Optional<OrganRules.Match> organ(Voi part, List<Region> regions, int i) {
    for (LesionCorrection correction : corrections) {
      if (correction.action() == LesionCorrection.Action.DROP && near(part, correction.point())) {
        return Optional.of(new OrganRules.Match(Organ.DROPPED, "dropped by the user"));
      }
      if (correction.action() == LesionCorrection.Action.KEEP && near(part, correction.point())) {
        return Optional.empty();
      }
    }
    return settings.excludePhysiological() && anatomy.isPresent()
        ? new OrganRules(anatomy.get()).organ(regions.get(i), regions)
        : Optional.empty();
  }

  private String name(Voi part) {
    for (LesionCorrection correction : corrections) {
      if (correction.action() != LesionCorrection.Action.DROP
          && !correction.name().isBlank()
          && near(part, correction.point())) {
        return correction.name();
      }
    }
    return "";
  }

  /** A person's click is rarely on the voxel; the nearest region within reach is meant. */
  private boolean near(Voi part, Point3 point) {
    for (int index : part.indices()) {
      if (Extent.centre(grid, index).distanceTo(point) <= NEAR_POINT_MM) {
        return true;
      }
    }
    return false;
  }
}
