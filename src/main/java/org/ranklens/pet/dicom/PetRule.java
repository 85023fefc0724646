package org.ranklens.pet.dicom;

import java.util.Comparator;
import java.util.List;
import org.ranklens.RefusedException;

/**
 * Which PET of several: corrected for attenuation, a volume of slices, one point in time, in a unit
 * that can become an SUV, original, of most slices, of the lowest number - in this order.
 */
final class PetRule {

  private static final List<String> CONVERTIBLE = List.of("BQML", "CNTS", "GML", "CM2ML", "CPS");

  private static final int MOST_NAMED = 5;

  /** Pictures of a rotating MIP are turned against one another by some degrees. */
  private static final double TURNED = 0.05;

  private PetRule() {}

  static Series choose(FoundSeries found, List<Series> all, List<String> remarks)
      throws RefusedException {
    List<Series> images = all.stream().filter(s -> !isReprojection(s)).toList();
    List<Series> candidates = images.isEmpty() ? all : images;
    requireOneStudy(found, candidates);
    // The list comes sorted by number, and the sort keeps that order among equals.
    List<Series> ranked =
        candidates.stream()
            .sorted(Comparator.comparing(PetRule::rank, Comparator.reverseOrder()))
            .toList();
    Series best = ranked.get(0);
    requireSeveralSlices(found, best, candidates);
    if (all.size() > 1) {
      remarks.add(
          "of %s PET series %s was taken (%s), not %s"
              .formatted(all.size(), best.label(), reason(best), others(all, best)));
    }
    return best;
  }

  /** Some anonymisers give every slice a series of its own: one of them is no scan. */
  private static void requireSeveralSlices(FoundSeries found, Series best, List<Series> candidates)
      throws RefusedException {
    if (best.slices().size() == 1 && !isEnhanced(best) && candidates.size() > 1) {
      throw new RefusedException(
          "each of %s PET series has one slice alone".formatted(candidates.size()),
          found.folder().toString(),
          Tag.SERIES_INSTANCE_UID.label(),
          "export the series again, its slices under one UID");
    }
  }

  private static String others(List<Series> all, Series best) {
    List<String> others =
        all.stream()
            .filter(series -> !series.seriesUid().equals(best.seriesUid()))
            .map(series -> "%s (%s slices)".formatted(series.label(), series.slices().size()))
            .toList();
    return others.size() <= MOST_NAMED
        ? String.join(", ", others)
        : String.join(", ", others.subList(0, MOST_NAMED))
            + " and %s more".formatted(others.size() - MOST_NAMED);
  }

  private static void requireOneStudy(FoundSeries found, List<Series> candidates)
      throws RefusedException {
    long studies =
        candidates.stream()
            .filter(PetRule::isCorrected)
            .map(Series::studyUid)
            .filter(uid -> !uid.isEmpty())
            .distinct()
            .count();
    if (studies > 1) {
      throw new RefusedException(
          "the folder holds PET of " + studies + " studies",
          found.folder().toString(),
          Tag.STUDY_INSTANCE_UID.label(),
          "give a folder for each time point, or name the series in the manifest's column"
              + " pet_series, or to 'suv' as --series");
    }
  }

  private static Rank rank(Series series) {
    return new Rank(
        isCorrected(series),
        series.slices().size() > 1,
        !isDynamic(series),
        CONVERTIBLE.contains(series.first().stringOrEmpty(Tag.UNITS)) || isEnhanced(series),
        series.first().strings(Tag.IMAGE_TYPE).contains("ORIGINAL"),
        series.slices().size());
  }

  /** What is better, most weighty first. */
  private record Rank(
      boolean corrected,
      boolean volume,
      boolean still,
      boolean convertible,
      boolean original,
      int slices)
      implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER =
        Comparator.comparing(Rank::corrected)
            .thenComparing(Rank::volume)
            .thenComparing(Rank::still)
            .thenComparing(Rank::convertible)
            .thenComparing(Rank::original)
            .thenComparing(Rank::slices);

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  private static boolean isCorrected(Series series) {
    DataSet set = series.first();
    return set.strings(Tag.CORRECTED_IMAGE).contains("ATTN")
        || set.stringOrEmpty(Tag.ATTENUATION_CORRECTED).equals("YES");
  }

  private static boolean isEnhanced(Series series) {
    return series.slices().get(0).attributes().isEnhanced();
  }

  private static boolean isDynamic(Series series) {
    String type = series.first().stringOrEmpty(Tag.SERIES_TYPE);
    return type.startsWith("DYNAMIC") || type.startsWith("GATED");
  }

  /** MIPs and other pictures of the volume. */
  private static boolean isReprojection(Series series) {
    DataSet set = series.first();
    return set.strings(Tag.SERIES_TYPE).contains("REPROJECTION")
        || set.strings(Tag.IMAGE_TYPE).stream()
            .anyMatch(
                t -> t.equals("MIP") || t.equals("PROJECTION IMAGE") || t.equals("PROJECTION"))
        || set.stringOrEmpty(Tag.SOP_CLASS_UID).startsWith("1.2.840.10008.5.1.4.1.1.7")
        || !series.slices().get(0).file().hasPixels()
        || isTurning(series);
  }

  private static boolean isTurning(Series series) {
    double[] first = orientation(series.slices().get(0));
    double[] middle = orientation(series.slices().get(series.slices().size() / 2));
    double apart = 0;
    for (int i = 0; i < Math.min(first.length, middle.length); i++) {
      apart = Math.max(apart, Math.abs(first[i] - middle[i]));
    }
    return apart > TURNED;
  }

  /** None where it is not told, or broken: whoever builds the volume says so. */
  private static double[] orientation(Slice slice) {
    try {
      return slice
          .attributes()
          .holder(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT)
          .numbers(Tag.IMAGE_ORIENTATION_PATIENT);
    } catch (RefusedException e) {
      return new double[0];
    }
  }

  private static String reason(Series series) {
    return (isCorrected(series) ? "corrected for attenuation" : "none is corrected")
        + ", "
        + series.slices().size()
        + " slices";
  }
}
