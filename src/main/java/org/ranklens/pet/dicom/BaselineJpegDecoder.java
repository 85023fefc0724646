package org.ranklens.pet.dicom;

import java.io.IOException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.NativeOpenCv;

/** Lossy JPEG of 8 bits by OpenCV. */
final class BaselineJpegDecoder {

  private BaselineJpegDecoder() {}

  static int[] decode(byte[] data, PixelFormat format) throws IOException {
    NativeOpenCv.load();
    MatOfByte packed = new MatOfByte(data);
    Mat image = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_UNCHANGED);
    try {
      if (image.type() != CvType.CV_8UC1
          || image.cols() != format.columns()
          || image.rows() != format.rows()) {
        throw new IOException("they are no grey JPEG of the size that the header tells");
      }
      byte[] bytes = new byte[format.samples()];
      image.get(0, 0, bytes);
      int[] samples = new int[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        samples[i] = bytes[i] & 0xFF;
      }
      return samples;
    } finally {
      image.release();
      packed.release();
    }
  }
}
