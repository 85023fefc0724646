/**
 * Cells: which nuclei and how much cytoplasm belong together, and how does the cytoplasm stain?
 *
 * <p>In: optical densities of a tile. Out: {@link org.ranklens.ihc.cell.Cell}. Reading order:
 * {@link org.ranklens.ihc.cell.Cell}, {@link org.ranklens.ihc.cell.CellSettings}, {@link
 * org.ranklens.ihc.cell.CellFinder} (nuclei, cytoplasm, cells), {@code NucleusDetector} ({@code
 * ComponentTree}, {@code NucleusWorth}, {@code NucleusChoice}, {@code NucleusSplits}, {@code
 * NucleusFilter}), {@code CellMeasurement} ({@code CytoplasmGrowth}, {@code NucleusRing}, {@code
 * CytoplasmMeter}, {@code StainEdge}, {@code CellShape}, {@code CytoplasmReading}), {@code
 * GiantGrouping} ({@code CoarseStains}, {@code PairFeatures}, {@code GroupTree}, {@code
 * GroupFeatures}, {@link org.ranklens.ihc.cell.SlideGroups}, {@code GroupBody}, {@code
 * GroupBorder}, {@code LearnedScore}), {@code CellAssembly} ({@code GiantExtent}).
 *
 * <p>Every step reaches a bounded distance, sums are whole numbers in coordinates of the slide, and
 * filters add in a fixed order: the cells of a tile are the same in every tiling.
 */
package org.ranklens.ihc.cell;
