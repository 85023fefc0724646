package org.ranklens.pet.dicom;

import java.util.List;

/**
 * One attribute as it stands in a file: its value representation and its bytes, or its items.
 *
 * @param vr value representation, two letters
 * @param bytes the value, in the byte order told beside it; empty for a sequence
 * @param littleEndian byte order of binary values
 * @param items of a sequence; empty for a value
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are never compared, only decoded.
record Element(String vr, byte[] bytes, boolean littleEndian, List<DataSet> items) {

  static Element value(String vr, byte[] bytes, boolean littleEndian) {
    return new Element(vr, bytes, littleEndian, List.of());
  }

  static Element sequence(List<DataSet> items) {
    return new Element("SQ", new byte[0], true, List.copyOf(items));
  }

  boolean isSequence() {
    return vr.equals("SQ");
  }
}
