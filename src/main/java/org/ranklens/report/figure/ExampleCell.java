package org.ranklens.report.figure;

/**
 * A cell to show as an example of its class.
 *
 * @param xPx where it lies, in level-0 pixels
 * @param yPx likewise
 * @param offset where its feature begins in {@code cells.geojson}, in bytes
 */
record ExampleCell(double xPx, double yPx, long offset) {}
