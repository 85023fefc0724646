package org.ranklens.pet.lesion;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Reads what a NIfTI-1 file says of itself, then its voxels. */
final class NiftiHeader {

  private static final int LEAST = 352;

  private final ByteBuffer bytes;
  private final Path file;

  NiftiHeader(byte[] content, Path file) throws RefusedException {
    this.file = file;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < LEAST) {
      throw refused("is too short for a NIfTI file");
    }
    if (bytes.getInt(0) != 348) {
      bytes.order(ByteOrder.BIG_ENDIAN);
    }
    if (bytes.getInt(0) != 348 || content[344] != 'n' || content[345] != '+') {
      throw refused("is no NIfTI-1 file in one piece");
    }
  }

  private RefusedException refused(String what) {
    return new RefusedException(what, file.toString(), "", "give a .nii or .nii.gz file");
  }

  NiftiVolume volume() throws RefusedException {
    int nx = bytes.getShort(42);
    int ny = bytes.getShort(44);
    int nz = bytes.getShort(40) >= 3 ? bytes.getShort(46) : 1;
    if (nx < 1 || ny < 1 || nz < 1 || (bytes.getShort(40) > 3 && bytes.getShort(48) > 1)) {
      throw refused("doesn't hold one volume");
    }
    float slope = bytes.getFloat(112);
    float intercept = bytes.getFloat(116);
    boolean scaled = slope != 0 && Float.isFinite(slope);
    float[] values = new float[nx * ny * nz];
    bytes.position((int) bytes.getFloat(108));
    int type = bytes.getShort(70);
    try {
      for (int i = 0; i < values.length; i++) {
        double value = next(type);
        values[i] = (float) (scaled ? value * slope + intercept : value);
      }
    } catch (BufferUnderflowException e) {
      throw refused("is truncated");
    }
    return new NiftiVolume(grid(nx, ny, nz), values);
  }

  private double next(int type) throws RefusedException {
    return switch (type) {
      case 2 -> bytes.get() & 0xff;
      case 4 -> bytes.getShort();
      case 8 -> bytes.getInt();
      case 16 -> bytes.getFloat();
      case 64 -> bytes.getDouble();
      case 256 -> bytes.get();
      case 512 -> bytes.getShort() & 0xffff;
      case 768 -> bytes.getInt() & 0xffffffffL;
      case 1024 -> bytes.getLong();
      default -> throw refused("holds values of NIfTI type " + type + ", which can't be a mask");
    };
  }

  private Geometry grid(int nx, int ny, int nz) throws RefusedException {
    Point3[] columns = new Point3[4];
    if (bytes.getShort(254) > 0) {
      for (int c = 0; c < 4; c++) {
        columns[c] =
            new Point3(
                -bytes.getFloat(280 + 4 * c),
                -bytes.getFloat(296 + 4 * c),
                bytes.getFloat(312 + 4 * c));
      }
    } else if (bytes.getShort(252) > 0) {
      quaternion(columns);
    } else {
      throw refused("doesn't say where its voxels lie (neither sform nor qform)");
    }
    return new Geometry(nx, ny, nz, columns[3], columns[0], columns[1], columns[2]);
  }

  private void quaternion(Point3[] columns) {
    double b = bytes.getFloat(256);
    double c = bytes.getFloat(260);
    double d = bytes.getFloat(264);
    double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
    double[][] r = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double flip = bytes.getFloat(76) < 0 ? -1 : 1;
    for (int axis = 0; axis < 3; axis++) {
      double size = bytes.getFloat(80 + 4 * axis) * (axis == 2 ? flip : 1);
      columns[axis] = new Point3(-r[0][axis] * size, -r[1][axis] * size, r[2][axis] * size);
    }
    columns[3] = new Point3(-bytes.getFloat(268), -bytes.getFloat(272), bytes.getFloat(276));
  }
}
