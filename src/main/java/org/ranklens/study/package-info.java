/**
 * Studies: which slides and scans belong together, and how is the work on them run, resumed, shared
 * out and put together?
 *
 * <p>In: a manifest ({@link org.ranklens.study.Manifest}) and settings. Out: item folders and the
 * run's tables, written by {@code report}. The one composer above {@code ihc} and {@code pet}.
 * Reading order: {@code Manifest}, {@code Item}, {@code StudyRun}, {@code StudyMerge}, {@code
 * StudyCheck}, {@code StudySettings}.
 */
package org.ranklens.study;
