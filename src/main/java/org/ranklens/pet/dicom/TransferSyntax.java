package org.ranklens.pet.dicom;

/**
 * How the bytes of a file are to be taken (DICOM PS3.5, 10 and annex A; UIDs of PS3.6, annex A, and
 * two of vendors). Those without a decoder are here so that a refusal can name them.
 */
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
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "HTJ2K lossless", Codec.NONE),
  HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "HTJ2K lossless RPCL", Codec.NONE),
  HTJ2K("1.2.840.10008.1.2.4.203", "HTJ2K (lossy)", Codec.NONE),
  JPEG_SPECTRAL("1.2.840.10008.1.2.4.53", "JPEG spectral selection (lossy, retired)", Codec.NONE),
  JPEG_PROGRESSIVE("1.2.840.10008.1.2.4.55", "JPEG progressive (lossy, retired)", Codec.NONE),
  JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 part 2 lossless", Codec.NONE),
  JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 part 2 (lossy)", Codec.NONE),
  JPIP("1.2.840.10008.1.2.4.94", "JPIP: the pixels lie on a server", Codec.NONE),
  JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP deflated: the pixels lie on a server", Codec.NONE),
  MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG-2 video", Codec.NONE),
  MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG-2 video", Codec.NONE),
  MPEG4_HIGH("1.2.840.10008.1.2.4.102", "MPEG-4 video", Codec.NONE),
  MPEG4_BD("1.2.840.10008.1.2.4.103", "MPEG-4 video", Codec.NONE),
  MPEG4_2D("1.2.840.10008.1.2.4.104", "MPEG-4 video", Codec.NONE),
  MPEG4_3D("1.2.840.10008.1.2.4.105", "MPEG-4 video", Codec.NONE),
  MPEG4_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 video", Codec.NONE),
  HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC video", Codec.NONE),
  HEVC_MAIN_10("1.2.840.10008.1.2.4.108", "HEVC video", Codec.NONE),
  JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL lossless", Codec.NONE),
  JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL recompression (lossy)", Codec.NONE),
  JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL (lossy)", Codec.NONE),
  JPIP_HTJ2K("1.2.840.10008.1.2.4.204", "JPIP HTJ2K: the pixels lie on a server", Codec.NONE),
  JPIP_HTJ2K_DEFLATED(
      "1.2.840.10008.1.2.4.205", "JPIP HTJ2K deflated: the pixels lie on a server", Codec.NONE),
  DEFLATED_FRAMES("1.2.840.10008.1.2.8.1", "deflated image frames", Codec.NONE),
  GE_BIG_ENDIAN_PIXELS("1.2.840.113619.5.2", "GE's own, of big-endian pixels", Codec.NONE),
  PHILIPS_RLE("1.3.46.670589.33.1.4.1", "Philips' own run lengths", Codec.NONE),
  UNKNOWN("", "an unknown transfer syntax", Codec.NONE);

  /** The families of decoders. */
  enum Codec {
    NATIVE,
    RLE,
    JPEG_BASELINE,
    JPEG_EXTENDED,
    JPEG_LOSSLESS,
    JPEG_LS,
    JPEG_2000,
    /** Known by name alone. */
    NONE
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
    return this != IMPLICIT_LITTLE_ENDIAN && this != GE_BIG_ENDIAN_PIXELS;
  }

  boolean littleEndian() {
    return this != BIG_ENDIAN;
  }

  /** Whether pixel values may differ from the scanner's: PET of this kind is flagged. */
  boolean lossy() {
    return switch (this) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL, JPEG_PROGRESSIVE -> true;
      case JPEG_LS_NEAR, JPEG_2000, JPEG_2000_PART_2, HTJ2K -> true;
      case JPEG_XL, JPEG_XL_RECOMPRESSION -> true;
      default -> false;
    };
  }
}
