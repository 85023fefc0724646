package org.ranklens.pet.dicom;

import org.ranklens.RefusedException;

/**
 * One slice of a series: a file, or a frame of a multi-frame one.
 *
 * @param file the file
 * @param frame the frame in it, from 0
 * @param attributes what holds for this slice: the file's attributes, with a multi-frame object's
 *     functional groups looked up
 */
public record Slice(DicomFile file, int frame, SliceAttributes attributes) {

  /** Returns a frame of a file. */
  public static Slice of(DicomFile file, int frame) {
    return new Slice(file, frame, SliceAttributes.of(file, frame));
  }

  /** Returns the slice's own grid, one slice thick. */
  public Geometry plane() throws RefusedException {
    return StackBuilder.alone(this);
  }

  /** Returns what a stored value is multiplied by. */
  public double slope() throws RefusedException {
    return Rescale.of(this).slope();
  }

  /** Returns what is added to a stored value then: 0 in every PET. */
  public double intercept() throws RefusedException {
    return Rescale.of(this).intercept();
  }
}
