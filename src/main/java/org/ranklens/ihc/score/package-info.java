/**
 * Scores: what do the intensity classes of many cells say?
 *
 * <p>In: cells per intensity class, with their place ({@link org.ranklens.ihc.score.ClassBlocks})
 * or without ({@link org.ranklens.ihc.score.ClassCounts}). Out: positive percent, H-score, Allred,
 * IRS and how sure they are ({@link org.ranklens.ihc.score.PopulationScore}). Sources stand at each
 * score; {@code docs/methods-ihc.md} has them together. Reading order: {@link
 * org.ranklens.ihc.score.IntensityClass}, {@link org.ranklens.ihc.score.ClassCounts}, {@link
 * org.ranklens.ihc.score.PopulationScore}, {@code Allred}, {@code Irs}, {@code Bootstrap}, {@link
 * org.ranklens.ihc.score.StainingIndex}, {@link org.ranklens.ihc.score.ZoneCounts} (pixels, for
 * comparison); then what a study makes of scores: {@link org.ranklens.ihc.score.MarkerProtocol},
 * {@link org.ranklens.ihc.score.BatchControls}, {@link org.ranklens.ihc.score.Wilson}.
 */
package org.ranklens.ihc.score;
