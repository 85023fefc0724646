package org.ranklens.pet.dicom;

/**
 * One slice of a series: a file, or a frame of a multi-frame one.
 *
 * @param file the file
 * @param frame the frame in it, from 0
 * @param attributes what holds for this slice: the file's attributes, with a multi-frame object's
 *     functional groups looked up
 */
public record Slice(DicomFile file, int frame, SliceAttributes attributes) {}
