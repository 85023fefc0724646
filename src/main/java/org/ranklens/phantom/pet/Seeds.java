package org.ranklens.phantom.pet;

import java.math.BigInteger;

/** Numbers and identifiers that follow from a seed. */
final class Seeds {

  private Seeds() {}

  /** The finaliser of splitmix64: neighbouring inputs give unrelated outputs. */
  static long mix(long seed, long what) {
    long z = seed * 0x9E3779B97F4A7C15L + what * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A DICOM identifier under 2.25, the root that needs no registration. */
  static String uid(long seed, long what) {
    BigInteger high = new BigInteger(Long.toUnsignedString(mix(seed, 2 * what)));
    BigInteger low = new BigInteger(Long.toUnsignedString(mix(seed, 2 * what + 1)));
    return "2.25." + high.shiftLeft(58).xor(low).add(BigInteger.ONE);
  }
}
