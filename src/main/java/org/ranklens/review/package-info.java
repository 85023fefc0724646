/**
 * Pathologists read fields by hand, without seeing what the machine said.
 *
 * <p>In: the results of a run and its slides. Out: coded picture sheets and a scoring sheet for the
 * readers, a key and the machine's own readings of the same fields for whoever runs the study;
 * then, of filled sheets, {@code readings.csv} for {@link org.ranklens.agreement}. The verbs are
 * {@link org.ranklens.review.ScoringSheets} and {@link org.ranklens.review.SheetCollector}. Then:
 * ScoredSlide (one slide's results), FieldChooser, KeyFile, SheetPages, HandScore.
 */
package org.ranklens.review;
