/**
 * Immunohistochemistry: what does the stain of a slide say, cell by cell and per population?
 *
 * <p>In: a {@link org.ranklens.ihc.slide.Slide} and regions. Out: {@link
 * org.ranklens.ihc.IhcResult}, and the cells one by one into a {@link org.ranklens.ihc.CellSink}.
 * Reading order: {@link org.ranklens.ihc.IhcSettings}, {@link org.ranklens.ihc.IhcAnalysis}, {@code
 * SlideRun}, {@code SlideSurvey} (once per slide: tissue, white point, stains, {@code JpegBlocks}),
 * {@code TilePlan} (squares), {@code TileSteps} (what is done when), {@code TileWork} (one step),
 * {@code TileShelf} (where its result waits), {@code TileQueue} (threads), {@code CellRow} (cells
 * in order), {@code RegionTally} (scores).
 *
 * <p>A tile estimates nothing, every step reaches a bounded distance, and cells leave sorted from
 * the upper edge to the lower: the result depends neither on the tile size nor on the threads.
 */
package org.ranklens.ihc;
