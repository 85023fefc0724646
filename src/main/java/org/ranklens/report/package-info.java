/**
 * Reports: every file that Ranklens writes.
 *
 * <p>In: typed results. Out: CSV tables ({@code docs/data-dictionary.md} has every column),
 * GeoJSON, PNG figures, {@code report.html}, {@code provenance.json}, moved into place when they
 * are whole. It computes no result. Reading order: {@link org.ranklens.report.ResultFolder}, {@link
 * org.ranklens.report.Columns}, {@link org.ranklens.report.CsvTable}, the tables, the figures, the
 * page.
 */
package org.ranklens.report;
