package org.ranklens.report;

/**
 * How a slide is named in the tables.
 *
 * @param caseCode the case's code, the only identifier of a patient
 * @param timepoint the time point
 * @param slide the slide's file name
 * @param marker its marker
 * @param role {@code sample}, {@code negative_control} or {@code positive_control}
 * @param batch which slides were stained together, may be empty
 */
public record SlideLabel(
    String caseCode, String timepoint, String slide, String marker, String role, String batch) {}
