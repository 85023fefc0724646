package org.ranklens.pet.dicom;

import java.io.IOException;

/**
 * The parameters of a JPEG-LS scan and what follows from them (ITU-T T.87, annexes A.2 and C.2.4).
 *
 * @param largest MAXVAL, the largest sample
 * @param near how far a sample may be off; 0 is lossless
 * @param t1 first threshold of gradients
 * @param t2 second
 * @param t3 third
 * @param reset after so many samples a context forgets half of what it saw
 */
record JpegLsCoding(int largest, int near, int t1, int t2, int t3, int reset) {

  private static final int DEFAULT_RESET = 64;

  /** With what an LSE segment told: 0 means the default. */
  static JpegLsCoding of(int precision, int near, int[] preset) throws IOException {
    int largest = preset[0] == 0 ? (1 << precision) - 1 : preset[0];
    if (largest < 1 || largest >= 1 << precision || near > Math.min(255, largest / 2)) {
      throw new IOException("the coding parameters are invalid");
    }
    int[] usual = thresholds(largest, near);
    int t1 = preset[1] == 0 ? usual[0] : preset[1];
    int t2 = preset[2] == 0 ? usual[1] : preset[2];
    int t3 = preset[3] == 0 ? usual[2] : preset[3];
    int reset = preset[4] == 0 ? DEFAULT_RESET : preset[4];
    if (t1 < near + 1 || t2 < t1 || t3 < t2 || t3 > largest || reset < 3) {
      throw new IOException("the coding parameters are invalid");
    }
    return new JpegLsCoding(largest, near, t1, t2, t3, reset);
  }

  private static int[] thresholds(int largest, int near) {
    int[] basic = {3, 7, 21};
    int[] thresholds = new int[3];
    int least = near + 1;
    for (int i = 0; i < 3; i++) {
      int wider = (2 * i + 3) * near;
      int told;
      if (largest >= 128) {
        int factor = (Math.min(largest, 4095) + 128) / 256;
        told = factor * (basic[i] - (i + 2)) + i + 2 + wider;
      } else {
        int factor = 256 / (largest + 1);
        told = Math.max(i + 2, basic[i] / factor + wider);
      }
      thresholds[i] = told > largest || told < least ? least : told;
      least = thresholds[i];
    }
    return thresholds;
  }

  /** The step between values that an error can take. */
  int step() {
    return 2 * near + 1;
  }

  /** The number of errors that differ. */
  int range() {
    return (largest + 2 * near) / step() + 1;
  }

  /** Bits of an error that is written plainly. */
  int errorBits() {
    return bitsFor(range());
  }

  /** The longest code of an error. */
  int limit() {
    int bits = Math.max(2, bitsFor(largest + 1));
    return 2 * (bits + Math.max(8, bits));
  }

  private static int bitsFor(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }

  /** A gradient as one of nine steps, -4 to 4. */
  int quantised(int gradient) {
    int size = Math.abs(gradient);
    int step = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
    return gradient < 0 ? -step : step;
  }

  int clamped(int value) {
    return Math.max(0, Math.min(largest, value));
  }

  /** The sample that a prediction and an error make, modulo the range. */
  int sample(int prediction, int error) {
    int value = prediction + error * step();
    if (value < -near) {
      value += range() * step();
    } else if (value > largest + near) {
      value -= range() * step();
    }
    return clamped(value);
  }
}
