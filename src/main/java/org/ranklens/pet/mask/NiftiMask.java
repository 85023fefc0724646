package org.ranklens.pet.mask;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * A NIfTI-1 mask: what isn't 0 is inside, and of several whole numbers each is a region. Its own
 * grid may be flipped or another: each voxel of the PET takes the mask's nearest.
 */
final class NiftiMask {

  private static final int HEADER = 348;
  private static final long MOST_VOXELS = 1L << 28;
  private static final int MOST_LABELS = 250;

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
      return regions(resample(own, labels(in, header, (int) own.voxels(), file), grid), file);
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

  private static int[] labels(InputStream in, ByteBuffer header, int voxels, Path file)
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
    int[] labels = new int[voxels];
    byte[] cell = new byte[bytes];
    ByteBuffer number = ByteBuffer.wrap(cell).order(header.order());
    for (int i = 0; i < voxels; i++) {
      if (in.readNBytes(cell, 0, bytes) < bytes) {
        throw new EOFException();
      }
      labels[i] = label(number, type);
    }
    return labels;
  }

  /** What lies between two whole numbers, as in a mask of probabilities, is inside and 1. */
  private static int label(ByteBuffer number, int type) {
    double value =
        switch (type) {
          case 2 -> number.get(0) & 0xFF;
          case 256 -> number.get(0);
          case 4 -> number.getShort(0);
          case 512 -> number.getShort(0) & 0xFFFF;
          case 8, 768 -> number.getInt(0);
          case 16 -> number.getFloat(0);
          case 64 -> number.getDouble(0);
          default -> number.getLong(0);
        };
    if (value == 0 || Double.isNaN(value)) {
      return 0;
    }
    return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE ? (int) value : 1;
  }

  private static List<NamedMask> regions(int[] labels, Path file) throws RefusedException {
    Map<Integer, boolean[]> byLabel = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != 0) {
        byLabel.computeIfAbsent(labels[i], label -> new boolean[labels.length])[i] = true;
        if (byLabel.size() > MOST_LABELS) {
          throw refused(file, "it holds more than " + MOST_LABELS + " values, as an image does");
        }
      }
    }
    List<NamedMask> masks = new ArrayList<>();
    byLabel.forEach(
        (label, inside) ->
            masks.add(new NamedMask(byLabel.size() == 1 ? "" : "label " + label, inside)));
    return masks;
  }

  private static int[] resample(NiftiGrid own, int[] labels, Geometry grid) {
    Geometry from = own.geometry();
    int[] onGrid = new int[(int) grid.voxels()];
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++, at++) {
          VoxelPoint near = from.toVoxel(grid.toPatient(i, j, k));
          int column = (int) Math.round(near.column());
          int row = (int) Math.round(near.row());
          int slice = (int) Math.round(near.slice());
          if (from.contains(column, row, slice)) {
            onGrid[at] = labels[from.index(column, row, slice)];
          }
        }
      }
    }
    return onGrid;
  }

  static RefusedException refused(Path file, String why) {
    return new RefusedException(
        "can't be used as a mask: " + why, file.toString(), "NIfTI", "give a 3-D mask of the PET");
  }
}
