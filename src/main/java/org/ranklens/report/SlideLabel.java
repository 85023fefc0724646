package org.ranklens.report;

/**
 * How a slide is named in the tables.
 *
 * @param caseCode the case's code, the only identifier of a patient
 * @param timepoint the time point
 * @param slide the slide's file name
 * @param marker its marker
 */
public record SlideLabel(String caseCode, String timepoint, String slide, String marker) {}
