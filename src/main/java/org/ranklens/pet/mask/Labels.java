package org.ranklens.pet.mask;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of a NIfTI file's voxels, a byte each: 0 outside, else one more than the place of its
 * value among those met. They are held as they come, so that a header that tells more voxels than
 * the file has takes no memory for them.
 */
final class Labels {

  private static final int MOST = 250;
  private static final int FIRST_ROOM = 1 << 20;

  private final Map<Integer, Byte> places = new HashMap<>();
  private final List<Integer> values = new ArrayList<>();
  private byte[] ofVoxels;

  private Labels(int room) {
    ofVoxels = new byte[room];
  }

  /** The values met, in the order of their places. */
  List<Integer> values() {
    return values;
  }

  /** A label for each voxel of the file. */
  byte[] ofVoxels() {
    return ofVoxels;
  }

  static Labels read(InputStream in, ByteBuffer header, int voxels, Path file) throws IOException {
    LabelValue value = LabelValue.of(header, file);
    Labels labels = new Labels(Math.min(voxels, FIRST_ROOM));
    byte[] cell = new byte[value.bytes()];
    ByteBuffer number = ByteBuffer.wrap(cell).order(header.order());
    for (int i = 0; i < voxels; i++) {
      if (in.readNBytes(cell, 0, cell.length) < cell.length) {
        throw new EOFException();
      }
      labels.put(i, voxels, value.label(number));
      if (labels.values.size() > MOST) {
        throw NiftiMask.refused(file, "it holds more than " + MOST + " values, as an image does");
      }
    }
    return labels;
  }

  private void put(int voxel, int voxels, int value) {
    if (voxel == ofVoxels.length) {
      ofVoxels = Arrays.copyOf(ofVoxels, (int) Math.min(voxels, 2L * ofVoxels.length));
    }
    if (value != 0) {
      ofVoxels[voxel] = places.computeIfAbsent(value, this::nextPlace);
    }
  }

  private byte nextPlace(int value) {
    values.add(value);
    return (byte) values.size();
  }
}
