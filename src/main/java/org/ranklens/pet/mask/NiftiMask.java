package org.ranklens.pet.mask;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * A NIfTI-1 mask: what isn't 0 is inside. Its own grid may be flipped or another: each voxel of the
 * PET takes the mask's nearest.
 */
final class NiftiMask {

  private static final int HEADER = 348;
  private static final long MOST_VOXELS = 1L << 30;

  private NiftiMask() {}

  static List<NamedMask> read(Path file, Geometry grid) throws IOException {
    try (InputStream in = open(file)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      if (header.capacity() < HEADER) {
        throw new EOFException();
      }
      if (header.getInt(0) != HEADER) {
        header.order(ByteOrder.BIG_ENDIAN);
      }
      NiftiGrid own = NiftiGrid.of(header, file);
      if (own.voxels() > MOST_VOXELS) {
        throw refused(file, "it has " + own.voxels() + " voxels");
      }
      in.skipNBytes((long) header.getFloat(108) - HEADER);
      boolean[] marked = values(in, header, (int) own.voxels(), file);
      return List.of(new NamedMask("", resample(own, marked, grid)));
    } catch (EOFException | ZipException e) {
      throw new IOException(file + ": the NIfTI file is truncated or damaged.", e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
  }

  private static boolean[] values(InputStream in, ByteBuffer header, int voxels, Path file)
      throws IOException {
    int type = header.getShort(70);
    int bytes =
        switch (type) {
          case 2, 256 -> 1;
          case 4, 512 -> 2;
          case 8, 16, 768 -> 4;
          case 64, 1024, 1280 -> 8;
          default -> throw refused(file, "its data type is " + type);
        };
    boolean real = type == 16 || type == 64;
    boolean[] marked = new boolean[voxels];
    byte[] cell = new byte[bytes];
    for (int i = 0; i < voxels; i++) {
      if (in.readNBytes(cell, 0, bytes) < bytes) {
        throw new EOFException();
      }
      for (byte part : cell) {
        marked[i] |= part != 0;
      }
      if (real && marked[i]) {
        ByteBuffer number = ByteBuffer.wrap(cell).order(header.order());
        double value = bytes == 4 ? number.getFloat() : number.getDouble();
        marked[i] = value != 0 && !Double.isNaN(value);
      }
    }
    return marked;
  }

  private static boolean[] resample(NiftiGrid own, boolean[] marked, Geometry grid) {
    Geometry from = own.geometry();
    boolean[] inside = new boolean[(int) grid.voxels()];
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++, at++) {
          VoxelPoint near = from.toVoxel(grid.toPatient(i, j, k));
          int column = (int) Math.round(near.column());
          int row = (int) Math.round(near.row());
          int slice = (int) Math.round(near.slice());
          inside[at] = from.contains(column, row, slice) && marked[from.index(column, row, slice)];
        }
      }
    }
    return inside;
  }

  static RefusedException refused(Path file, String why) {
    return new RefusedException(
        "can't be used as a mask: " + why, file.toString(), "NIfTI", "give a 3-D mask of the PET");
  }
}
