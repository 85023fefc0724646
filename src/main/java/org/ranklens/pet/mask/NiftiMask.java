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
      skipToVoxels(in, header, file);
      Labels labels = Labels.read(in, header, (int) own.voxels(), file);
      requireEnd(in, own, file);
      return regions(labels, resample(own, labels.ofVoxels(), grid), outside(own, labels, grid));
    } catch (EOFException | ZipException e) {
      throw new IOException(
          file + ": the NIfTI file is truncated or damaged; copy or write it again.", e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
  }

  private static void skipToVoxels(InputStream in, ByteBuffer header, Path file)
      throws IOException {
    float offset = header.getFloat(108);
    if (!(offset >= HEADER)) {
      throw refused(file, "its voxels begin at " + offset + ", within its header");
    }
    in.skipNBytes((long) offset - HEADER);
  }

  /** Reading on to the end compares gzip's checksum; what holds more voxels has another size. */
  private static void requireEnd(InputStream in, NiftiGrid own, Path file) throws IOException {
    long spare = (long) own.geometry().columns() * own.geometry().rows();
    byte[] chunk = new byte[1 << 13];
    long more = 0;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      more += n;
      if (more >= spare) {
        throw refused(file, "it holds more voxels than the dimensions of its header");
      }
    }
  }

  /** Voxels of each label, and those of them that the grid doesn't hold. */
  private static long[][] outside(NiftiGrid own, Labels labels, Geometry grid) {
    long[][] counts = new long[labels.values().size() + 1][2];
    Geometry from = own.geometry();
    byte[] ofVoxels = labels.ofVoxels();
    for (int at = 0; at < ofVoxels.length && at < own.voxels(); at++) {
      if (ofVoxels[at] != 0) {
        long[] count = counts[ofVoxels[at] & 0xFF];
        int column = at % from.columns();
        int row = at / from.columns() % from.rows();
        int slice = at / (from.columns() * from.rows());
        count[0]++;
        count[1] += grid.holds(from.toPatient(column, row, slice)) ? 0 : 1;
      }
    }
    return counts;
  }

  private static List<NamedMask> regions(Labels labels, byte[] onGrid, long[][] counts) {
    List<Integer> values = labels.values();
    List<NamedMask> masks = new ArrayList<>();
    // In the order of the labels, whatever order the file has them in.
    for (int value : values.stream().sorted().toList()) {
      byte place = (byte) (values.indexOf(value) + 1);
      boolean[] inside = new boolean[onGrid.length];
      boolean any = false;
      for (int i = 0; i < onGrid.length; i++) {
        inside[i] = onGrid[i] == place;
        any |= inside[i];
      }
      if (any) {
        long[] count = counts[place & 0xFF];
        masks.add(
            new NamedMask("label " + value, inside, Contradictions.outside(count[1], count[0])));
      }
    }
    return masks.size() == 1 ? List.of(masks.get(0).named("")) : masks;
  }

  private static byte[] resample(NiftiGrid own, byte[] labels, Geometry grid) {
    Geometry from = own.geometry();
    byte[] onGrid = new byte[(int) grid.voxels()];
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
