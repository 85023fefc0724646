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
    int type = header.getShort(70);
    int bytes = bytes(type);
    if (bytes == 0) {
      throw NiftiMask.refused(file, "its data type is " + type);
    }
    Labels labels = new Labels(Math.min(voxels, FIRST_ROOM));
    byte[] cell = new byte[bytes];
    ByteBuffer number = ByteBuffer.wrap(cell).order(header.order());
    for (int i = 0; i < voxels; i++) {
      if (in.readNBytes(cell, 0, bytes) < bytes) {
        throw new EOFException();
      }
      labels.put(i, voxels, value(number, type));
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

  private static int bytes(int type) {
    return switch (type) {
      case 2, 256 -> 1;
      case 4, 512 -> 2;
      case 8, 16, 768 -> 4;
      case 64, 1024, 1280 -> 8;
      default -> 0;
    };
  }

  /** What lies between two whole numbers, as in a mask of probabilities, is inside and 1. */
  private static int value(ByteBuffer number, int type) {
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
}
