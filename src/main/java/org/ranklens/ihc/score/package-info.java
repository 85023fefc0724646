/**
 * Scores: what do the intensity classes of many cells say?
 *
 * <p>In: counts per intensity class ({@link org.ranklens.ihc.score.ClassCounts}). Out: positive
 * percent, H-score, Allred, IRS ({@link org.ranklens.ihc.score.PopulationScore}). Sources stand at
 * each score; {@code docs/methods.md} has them together. Reading order: {@link
 * org.ranklens.ihc.score.IntensityClass}, {@link org.ranklens.ihc.score.ClassCounts}, {@link
 * org.ranklens.ihc.score.PopulationScore}, {@code Allred}, {@code Irs}, {@link
 * org.ranklens.ihc.score.MarkerProtocol}.
 */
package org.ranklens.ihc.score;
