package org.ranklens.ihc.score;

/**
 * The immunoreactive score: percentage (0 to 4) times intensity (0 to 3).
 *
 * <p>Remmele W, Stegner HE. Vorschlag zur einheitlichen Definition eines Immunreaktiven Score (IRS)
 * für den immunhistochemischen Östrogenrezeptor-Nachweis (ER-ICA) im Mammakarzinomgewebe. Pathologe
 * 1987;8:138-140. The intensity of cell counts is taken as for Allred: the mean class of the
 * positive cells, cut at 5/3 and 7/3.
 *
 * @param percentage 0 to 4
 * @param intensity 0 to 3
 * @param category the total in words
 */
record Irs(int percentage, int intensity, String category) {

  /** Returns the score of at least one cell. */
  static Irs of(ClassCounts counts, ScoreSettings settings) {
    int percentage = settings.irsBins().of(100.0 * counts.positive() / counts.total());
    int intensity = Allred.of(counts).intensity();
    return new Irs(percentage, intensity, settings.irsCategories().of(percentage * intensity));
  }

  int total() {
    return percentage * intensity;
  }
}
