package org.ranklens.ihc.slide;

/**
 * Where something lies in the data files of a MIRAX slide.
 *
 * @param file its number
 * @param offset in bytes
 * @param length in bytes
 */
record MiraxExtent(int file, int offset, int length) {}
