package org.ranklens.pet.dicom;

/** How the bytes of a file are to be taken (DICOM PS3.5, 10 and annex A). */
enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "implicit VR little endian", Codec.NATIVE),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "explicit VR little endian", Codec.NATIVE),
  DEFLATED("1.2.840.10008.1.2.1.99", "deflated explicit VR little endian", Codec.NATIVE),
  BIG_ENDIAN("1.2.840.10008.1.2.2", "explicit VR big endian", Codec.NATIVE),
  ENCAPSULATED("1.2.840.10008.1.2.1.98", "encapsulated uncompressed", Codec.NATIVE),
  RLE("1.2.840.10008.1.2.5", "RLE", Codec.RLE),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG baseline (lossy)", Codec.JPEG_BASELINE),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG extended (lossy)", Codec.JPEG_EXTENDED),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG lossless", Codec.JPEG_LOSSLESS),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG lossless SV1", Codec.JPEG_LOSSLESS),
  JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS", Codec.JPEG_LS),
  JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS near-lossless", Codec.JPEG_LS),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless", Codec.JPEG_2000),
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000 (lossy)", Codec.JPEG_2000),
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "HTJ2K lossless", Codec.HTJ2K),
  HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "HTJ2K lossless RPCL", Codec.HTJ2K),
  HTJ2K("1.2.840.10008.1.2.4.203", "HTJ2K (lossy)", Codec.HTJ2K),
  UNKNOWN("", "an unknown transfer syntax", Codec.UNKNOWN);

  /** The families of decoders. */
  enum Codec {
    NATIVE,
    RLE,
    JPEG_BASELINE,
    JPEG_EXTENDED,
    JPEG_LOSSLESS,
    JPEG_LS,
    JPEG_2000,
    HTJ2K,
    UNKNOWN
  }

  private final String uid;
  private final String words;
  private final Codec codec;

  TransferSyntax(String uid, String words, Codec codec) {
    this.uid = uid;
    this.words = words;
    this.codec = codec;
  }

  static TransferSyntax of(String uid) {
    for (TransferSyntax syntax : values()) {
      if (syntax.uid.equals(uid)) {
        return syntax;
      }
    }
    return UNKNOWN;
  }

  String uid() {
    return uid;
  }

  String words() {
    return words;
  }

  Codec codec() {
    return codec;
  }

  boolean explicitVr() {
    return this != IMPLICIT_LITTLE_ENDIAN;
  }

  boolean littleEndian() {
    return this != BIG_ENDIAN;
  }

  /** Whether pixel values may differ from the scanner's: PET of this kind is flagged. */
  boolean lossy() {
    return switch (this) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LS_NEAR, JPEG_2000, HTJ2K -> true;
      default -> false;
    };
  }
}
