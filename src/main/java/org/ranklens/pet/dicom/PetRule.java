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
    if (all.size() > 1) {
      remarks.add(
          "of " + all.size() + " PET series " + best.label() + " was taken (" + reason(best) + ")");
    }
    return best;
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
          "give a folder for each time point, or name the series");
    }
  }

  private static Rank rank(Series series) {
    return new Rank(
        isCorrected(series),
        series.slices().size() > 1,
        !isDynamic(series),
        CONVERTIBLE.contains(series.first().stringOrEmpty(Tag.UNITS))
            || series.slices().get(0).attributes().isEnhanced(),
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
        || !series.slices().get(0).file().hasPixels();
  }

  private static String reason(Series series) {
    return (isCorrected(series) ? "corrected for attenuation" : "none is corrected")
        + ", "
        + series.slices().size()
        + " slices";
  }
}
