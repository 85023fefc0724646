package org.ranklens.agreement;

import java.util.OptionalDouble;

/**
 * A statistic of two readers, or of several: a row of {@code agreement.csv}.
 *
 * @param metric what was read
 * @param population of which cells
 * @param readerA the one reader; {@code all readers} or {@code people} for statistics of several
 * @param readerB the other, the reference where one is needed; empty for statistics of several
 * @param n cases that both, or all, have read
 * @param statistic which
 * @param estimate its value, empty where it is undefined
 * @param ciLow lower 95 % limit
 * @param ciHigh upper 95 % limit
 * @param method how it was made
 * @param status {@code ok}, {@code warning} (a value without interval) or {@code refused}
 * @param reason in words, for all but ok
 */
public record AgreementRow(
    Metric metric,
    String population,
    String readerA,
    String readerB,
    int n,
    String statistic,
    OptionalDouble estimate,
    OptionalDouble ciLow,
    OptionalDouble ciHigh,
    String method,
    String status,
    String reason) {}
