package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.lesion.Physiological.Organ;
import org.ranklens.pet.suv.SuvVolume;

/** Finds the lesions of one scan. */
public final class LesionFinder {

  private final Scan scan;
  private final NormalTissue normal;
  private final SuvVolume suv;
  private final Geometry grid;
  private final Optional<Anatomy> anatomy;
  private final LesionSettings settings;
  private final List<LesionCorrection> corrections;

  private LesionFinder(Scan scan, LesionSettings settings, List<LesionCorrection> corrections) {
    this.scan = scan;
    this.normal = NormalTissue.of(scan, corrections);
    this.suv = scan.suv();
    this.grid = suv.geometry();
    this.anatomy = scan.anatomy();
    this.settings = settings;
    this.corrections = corrections.stream().filter(c -> !c.ofNormalTissue()).toList();
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

  /**
   * Returns the lesions that somebody delineated, with the scan's liver and aorta beside them.
   *
   * @param corrections of this scan; only those about liver and aorta count
   */
  public static FoundLesions given(Scan scan, LesionMask mask, List<LesionCorrection> corrections) {
    NormalTissue normal = NormalTissue.of(scan, corrections);
    List<String> warnings = new ArrayList<>(normal.warnings());
    if (!normal.noLiver().isEmpty()) {
      warnings.add(normal.noLiver());
    }
    warnings.addAll(mask.leftOut());
    return new FoundLesions(
        mask.lesions(), List.of(), normal.regions(), 0, "lesions as the mask gives them", warnings);
  }

  private FoundLesions run() {
    Threshold threshold = Threshold.of(normal, settings);
    Optional<HotMarrow> marrow = HotMarrow.of(scan, settings, threshold.suvBw());
    HotRegions hot = HotRegions.of(suv, threshold.suvBw(), marrow, settings);
    List<int[]> parts = hot.parts();
    boolean[] taken = new boolean[suv.suvBw().length];
    for (int[] part : parts) {
      for (int index : part) {
        taken[index] = true;
      }
    }
    Delineation delineation = new Delineation(suv.suvBw(), grid, taken, settings, marrow);
    List<FoundLesion> lesions = new ArrayList<>();
    List<Physiological> physiological = new ArrayList<>();
    List<Region> regions = regions(parts);
    List<String> warnings = new ArrayList<>(threshold.warnings());
    List<UsersWord> own = UsersWord.of(parts, grid, corrections, warnings);
    for (int i = 0; i < parts.size(); i++) {
      Voi part = new Voi(grid, parts.get(i));
      Optional<OrganRules.Match> organ = organ(i, own.get(i), regions);
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
        lesions.add(new FoundLesion(own.get(i).name(), voi, List.of()));
      }
    }
    hot.marrow().ifPresent(physiological::add);
    lesions.sort((a, b) -> Double.compare(hottest(b), hottest(a)));
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

  private List<Region> regions(List<int[]> parts) {
    List<Region> regions = new ArrayList<>();
    if (anatomy.isPresent()) {
      for (int[] part : parts) {
        regions.add(Region.of(new Voi(grid, part), suv.suvBw(), anatomy.get()));
      }
    }
    return regions;
  }

  private Optional<OrganRules.Match> organ(int i, UsersWord own, List<Region> regions) {
    Optional<Boolean> kept = own.kept();
    if (kept.isPresent()) {
      return kept.get()
          ? Optional.empty()
          : Optional.of(new OrganRules.Match(Organ.DROPPED, "dropped by the user"));
    }
    return settings.excludePhysiological() && anatomy.isPresent()
        ? new OrganRules(anatomy.get()).organ(regions.get(i), regions)
        : Optional.empty();
  }
}
