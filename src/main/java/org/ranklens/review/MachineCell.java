package org.ranklens.review;

import java.util.OptionalInt;

/**
 * A cell as Ranklens found it: what fields are chosen by and the machine's reading is counted from.
 *
 * @param multinucleated a giant cell; else mononuclear
 * @param xPx level-0 pixels
 * @param yPx level-0 pixels
 * @param intensityClass 0 to 3, empty without measurable cytoplasm
 */
record MachineCell(boolean multinucleated, double xPx, double yPx, OptionalInt intensityClass) {}
