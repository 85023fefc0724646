/**
 * Cells: which nuclei and how much cytoplasm belong together, and how does the cytoplasm stain?
 *
 * <p>In: optical densities of a tile. Out: {@link org.ranklens.ihc.cell.Cell}. Reading order:
 * {@link org.ranklens.ihc.cell.Cell}, {@link org.ranklens.ihc.cell.CellSettings}, {@code
 * CellFinder}. Every step reaches a bounded distance.
 */
package org.ranklens.ihc.cell;
