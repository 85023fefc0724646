package org.ranklens.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/**
 * SUVs as a NIfTI-1 file of floats, for other programs: voxels in the order of the slices, the
 * affine in the s-form, turned from DICOM's LPS into NIfTI's RAS by the signs of x and y.
 */
public final class NiftiFile {

  private static final int HEADER = 348;
  private static final int DATA_OFFSET = 352;
  private static final int FLOAT32 = 16;
  private static final int MILLIMETRES = 2;
  private static final int SCANNER_COORDINATES = 1;

  private NiftiFile() {}

  /**
   * Writes a volume, gzipped where the name ends in {@code .gz}.
   *
   * @throws OutputException where the file can't be written
   */
  public static void write(Path file, SuvVolume volume) throws OutputException {
    try {
      WholeFile.write(file, temporary -> write(temporary, file, volume));
    } catch (IOException e) {
      throw new OutputException(file + ": can't be written; give another --volume.");
    }
  }

  private static void write(Path temporary, Path target, SuvVolume volume) throws IOException {
    try (OutputStream out = open(temporary, target)) {
      out.write(header(volume.geometry()));
      writeVoxels(out, volume.suvBw(), volume.geometry().columns());
    }
  }

  private static OutputStream open(Path temporary, Path target) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
    boolean gzip = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return gzip ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  private static byte[] header(Geometry grid) {
    ByteBuffer header = ByteBuffer.allocate(DATA_OFFSET).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, HEADER);
    short[] sizes = {
      3, (short) grid.columns(), (short) grid.rows(), (short) grid.slices(), 1, 1, 1, 1
    };
    for (int i = 0; i < sizes.length; i++) {
      header.putShort(40 + 2 * i, sizes[i]);
    }
    header.putShort(70, (short) FLOAT32);
    header.putShort(72, (short) 32);
    float[] spacing = {
      1, (float) grid.columnSpacingMm(), (float) grid.rowSpacingMm(), (float) grid.sliceSpacingMm()
    };
    for (int i = 0; i < spacing.length; i++) {
      header.putFloat(76 + 4 * i, spacing[i]);
    }
    header.putFloat(108, DATA_OFFSET);
    header.putFloat(112, 1);
    header.put(123, (byte) MILLIMETRES);
    header.put(148, "SUVbw g/ml".getBytes(StandardCharsets.US_ASCII));
    header.putShort(254, (short) SCANNER_COORDINATES);
    putAffine(header, grid);
    header.put(344, new byte[] {'n', '+', '1', 0});
    return header.array();
  }

  private static void putAffine(ByteBuffer header, Geometry grid) {
    Point3[] columns = {grid.columnStep(), grid.rowStep(), grid.sliceStep(), grid.origin()};
    for (int i = 0; i < columns.length; i++) {
      header.putFloat(280 + 4 * i, (float) -columns[i].xMm());
      header.putFloat(296 + 4 * i, (float) -columns[i].yMm());
      header.putFloat(312 + 4 * i, (float) columns[i].zMm());
    }
  }

  private static void writeVoxels(OutputStream out, float[] values, int rowLength)
      throws IOException {
    ByteBuffer row = ByteBuffer.allocate(4 * rowLength).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < values.length; at += rowLength) {
      row.clear();
      row.asFloatBuffer().put(values, at, rowLength);
      out.write(row.array());
    }
  }
}
