package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;

/**
 * Which CT of several: of the PET's frame of reference, a volume, of a soft-tissue kernel (a sharp
 * one overshoots at edges, and its noise spoils Hounsfield units), of most slices, of the lowest
 * number - in this order.
 */
final class CtRule {

  private static final int FEWEST_SLICES = 3;

  private CtRule() {}

  static Optional<Series> choose(
      FoundSeries found, Series pet, Optional<String> wanted, List<String> remarks)
      throws RefusedException {
    if (wanted.isPresent()) {
      return Optional.of(StudyChooser.named(found, "CT", wanted.get()));
    }
    List<Series> all = found.series().stream().filter(s -> s.modality().equals("CT")).toList();
    List<Series> fits = all.stream().filter(s -> fits(s, pet)).toList();
    if (fits.isEmpty()) {
      remarks.add(
          all.isEmpty()
              ? "no CT is there: no Hounsfield units"
              : "no CT shares the PET's frame of reference "
                  + Tag.FRAME_OF_REFERENCE_UID.label()
                  + ": no Hounsfield units");
      return Optional.empty();
    }
    List<Series> ranked =
        fits.stream()
            .sorted(
                Comparator.comparing((Series s) -> kernel(s).sharpness())
                    .thenComparing(s -> -s.slices().size()))
            .toList();
    Series best = firstVolume(ranked, remarks);
    if (all.size() > 1) {
      remarks.add(
          "of %s CT series %s was taken (kernel %s, %s slices)"
              .formatted(
                  all.size(),
                  best.label(),
                  kernel(best).name().isEmpty() ? "not told" : kernel(best).name(),
                  best.slices().size()));
    }
    return Optional.of(best);
  }

  /** One whose slices make no volume is passed over where another's do. */
  private static Series firstVolume(List<Series> ranked, List<String> remarks) {
    for (Series series : ranked) {
      try {
        series.stack();
        return series;
      } catch (IOException e) {
        remarks.add(series.label() + " makes no volume: " + e.getMessage());
      }
    }
    // None does: whoever reads it is told why.
    return ranked.get(0);
  }

  private static boolean fits(Series ct, Series pet) {
    return !pet.frameOfReferenceUid().isEmpty()
        && ct.frameOfReferenceUid().equals(pet.frameOfReferenceUid())
        && ct.slices().size() >= FEWEST_SLICES
        && ct.slices().get(0).file().hasPixels()
        && !SeriesSorter.isLocalizer(ct.slices().get(0));
  }

  private static CtKernel kernel(Series ct) {
    return new CtKernel(CtProtocols.kernel(ct.slices().get(0)));
  }
}
