package org.ranklens.ihc;

import java.util.Optional;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.score.IntensityClass;

/**
 * A cell with its class.
 *
 * @param id its number on the slide, from 1, in the order of the rows
 * @param roi the region it was scored in, empty for the whole slide
 * @param cell what was measured
 * @param intensityClass by the cytoplasm, empty where there is no measurable cytoplasm
 */
public record ScoredCell(long id, String roi, Cell cell, Optional<IntensityClass> intensityClass) {}
