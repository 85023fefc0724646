package org.ranklens.pet.lesion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/**
 * A volume in the format NIfTI-1 (R. W. Cox et al., https://nifti.nimh.nih.gov/nifti-1), whose
 * coordinates grow to the right and the front: x and y change sign against DICOM's.
 */
public final class NiftiVolume {

  private static final int HEADER = 348;
  private static final int VOXELS_AT = 352;
  private static final int FLOAT32 = 16;

  private final Geometry geometry;
  private final float[] values;

  /** Takes the array over, without copying. */
  public NiftiVolume(Geometry geometry, float[] values) {
    if (values.length != geometry.voxels()) {
      throw new IllegalArgumentException(
          values.length + " values for a grid of " + geometry.voxels() + " voxels");
    }
    this.geometry = geometry;
    this.values = values;
  }

  /** Returns where the voxels lie, in DICOM patient coordinates. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the values themselves, in the order of {@link Geometry#index}, not a copy. */
  public float[] values() {
    return values;
  }

  /**
   * Reads a file, gzipped or not.
   *
   * @throws RefusedException where it is no NIfTI-1 file, or one of complex or colour values
   */
  public static NiftiVolume read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = unzipped(file)) {
      bytes = in.readAllBytes();
    }
    return new NiftiHeader(bytes, file).volume();
  }

  private static InputStream unzipped(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }

  /** Writes float voxels, gzipped; the same volume gives the same bytes. Leaves the stream open. */
  public void writeGzip(OutputStream out) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out);
    zip.write(header());
    ByteBuffer slice =
        ByteBuffer.allocate(4 * geometry.columns() * geometry.rows())
            .order(ByteOrder.LITTLE_ENDIAN);
    int perSlice = geometry.columns() * geometry.rows();
    for (int k = 0; k < geometry.slices(); k++) {
      slice.clear();
      slice.asFloatBuffer().put(values, k * perSlice, perSlice);
      zip.write(slice.array());
    }
    zip.finish();
  }

  private byte[] header() {
    ByteBuffer h = ByteBuffer.allocate(VOXELS_AT).order(ByteOrder.LITTLE_ENDIAN);
    h.putInt(0, HEADER);
    short[] dims = {
      3, (short) geometry.columns(), (short) geometry.rows(), (short) geometry.slices(), 1, 1, 1, 1
    };
    for (int i = 0; i < dims.length; i++) {
      h.putShort(40 + 2 * i, dims[i]);
    }
    h.putShort(70, (short) FLOAT32);
    h.putShort(72, (short) 32);
    h.putFloat(76, 1);
    h.putFloat(80, (float) geometry.columnSpacingMm());
    h.putFloat(84, (float) geometry.rowSpacingMm());
    h.putFloat(88, (float) geometry.sliceSpacingMm());
    h.putFloat(108, VOXELS_AT);
    h.putFloat(112, 1);
    h.put(123, (byte) 2); // millimetres
    h.putShort(254, (short) 1); // sform: scanner coordinates
    Point3[] columns = {
      geometry.columnStep(), geometry.rowStep(), geometry.sliceStep(), geometry.origin()
    };
    for (int c = 0; c < 4; c++) {
      h.putFloat(280 + 4 * c, (float) -columns[c].xMm());
      h.putFloat(296 + 4 * c, (float) -columns[c].yMm());
      h.putFloat(312 + 4 * c, (float) columns[c].zMm());
    }
    h.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
    return h.array();
  }
}
