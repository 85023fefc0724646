package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One DICOM file: its attributes, and where its pixels are.
 *
 * @param path the file
 * @param dataSet the attributes that Ranklens reads, pixels aside
 * @param transferSyntax UID of its transfer syntax
 * @param reader name of the reader that parsed it
 * @param pixels where its pixels are in the file
 */
public record DicomFile(
    Path path, DataSet dataSet, String transferSyntax, String reader, PixelLocation pixels) {

  /** Returns the transfer syntax in words, such as {@code JPEG 2000 lossless}. */
  public String transferSyntaxInWords() {
    return TransferSyntax.of(transferSyntax).words();
  }

  /** Returns whether its pixels were compressed with loss, by its syntax or by (0028,2110). */
  public boolean lossy() {
    return TransferSyntax.of(transferSyntax).lossy()
        || dataSet.stringOrEmpty(Tag.LOSSY_IMAGE_COMPRESSION).equals("01");
  }

  /** Returns the number of frames: 1 unless (0028,0008) says more. */
  public int frames() throws IOException {
    return Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
  }

  /** Returns a frame's stored values, row by row, before any rescaling. */
  public int[] storedValues(int frame) throws IOException {
    return FrameReader.read(this, frame);
  }
}
