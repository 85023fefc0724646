package org.ranklens.phantom.pet;

/** Transfer syntaxes the phantom can write. */
public enum Syntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2"),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1"),
  DEFLATED("1.2.840.10008.1.2.1.99"),
  BIG_ENDIAN("1.2.840.10008.1.2.2"),
  RLE("1.2.840.10008.1.2.5");

  private final String uid;

  Syntax(String uid) {
    this.uid = uid;
  }

  String uid() {
    return uid;
  }
}
