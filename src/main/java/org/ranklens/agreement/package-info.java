/**
 * How well do readers agree: pathologists with the machine, with each other, with themselves?
 *
 * <p>In: {@code readings.csv} ({@link org.ranklens.agreement.Reading}). Out: {@code agreement.csv}
 * and a page ({@link org.ranklens.agreement.AgreementRow}). The verb is {@link
 * org.ranklens.agreement.AgreementRun}. Then: the statistics, each a class of its own with its
 * paper in its Javadoc, each giving an {@link org.ranklens.agreement.Estimate}: Kappa, FleissKappa,
 * IntraclassCorrelation, Correlation, Concordance, BlandAltman, PassingBablok, Deming,
 * PercentAgreement.
 *
 * <p>All intervals are 95 %. What is undefined says so in words and has no number. {@code
 * docs/validation.md} tells which statistic answers which question.
 */
package org.ranklens.agreement;
