package org.ranklens.pet.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.DataFormatException;

/** The data set of a deflated file (DICOM PS3.5, A.5): a bare deflate stream, in memory. */
final class Inflater {

  /** Deflate packs 1,032 times at most; no real data set comes near this size. */
  private static final int LIMIT = 1 << 29;

  private Inflater() {}

  static ByteWindow inflate(Path file, ByteWindow bytes) throws IOException {
    long start = bytes.position();
    java.util.zip.Inflater inflater = new java.util.zip.Inflater(true);
    try {
      inflater.setInput(bytes.bytes(bytes.remaining()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[1 << 16];
      while (!inflater.finished()) {
        int n = inflater.inflate(chunk);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IOException(
              file + ": the deflated data set that begins at offset " + start + " is truncated.");
        }
        if (out.size() > LIMIT - n) {
          throw new IOException(
              file + ": the deflated data set at offset " + start + " is over 512 MB.");
        }
        out.write(chunk, 0, n);
      }
      return new ByteWindow(out.toByteArray());
    } catch (DataFormatException e) {
      throw new IOException(
          file + ": the deflated data set that begins at offset " + start + " is damaged.", e);
    } finally {
      inflater.end();
    }
  }
}
