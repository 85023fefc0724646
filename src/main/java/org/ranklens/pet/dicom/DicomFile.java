package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** One DICOM file: its attributes, and its pixels when asked for. Immutable, thread-safe. */
public final class DicomFile {

  private final Path path;
  private final DataSet dataSet;
  private final String transferSyntax;
  private final TransferSyntax syntax;
  private final PixelLocation pixels;

  DicomFile(Path path, DataSet dataSet, String transferSyntax, PixelLocation pixels) {
    this.path = path;
    this.dataSet = dataSet;
    this.transferSyntax = transferSyntax;
    this.syntax = TransferSyntax.of(transferSyntax);
    this.pixels = pixels;
  }

  /** Returns the file. */
  public Path path() {
    return path;
  }

  /** Returns the attributes that Ranklens reads, pixels aside. */
  public DataSet dataSet() {
    return dataSet;
  }

  /** Returns the UID of the transfer syntax. */
  public String transferSyntax() {
    return transferSyntax;
  }

  /** Returns the transfer syntax in words, such as {@code JPEG 2000 lossless}. */
  public String transferSyntaxInWords() {
    return syntax.words();
  }

  /** Returns whether the pixels were compressed with loss, by the syntax or by (0028,2110). */
  public boolean lossy() {
    return syntax.lossy() || dataSet.stringOrEmpty(Tag.LOSSY_IMAGE_COMPRESSION).equals("01");
  }

  /** Returns whether there are pixels. */
  public boolean hasPixels() {
    return pixels.present();
  }

  /** Returns the number of frames: 1 unless (0028,0008) says more. */
  public int frames() throws IOException {
    return Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
  }

  /** Returns a frame's stored values, row by row, before any rescaling. */
  public int[] storedValues(int frame) throws IOException {
    return FrameReader.read(this, frame);
  }

  TransferSyntax syntax() {
    return syntax;
  }

  PixelLocation pixels() {
    return pixels;
  }
}
