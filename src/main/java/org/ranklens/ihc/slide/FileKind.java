package org.ranklens.ihc.slide;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes; its name counts only where the bytes would mislead. */
enum FileKind {
  TIFF,
  /** PNG or JPEG. */
  PLAIN,
  DICOM,
  /** A scanner's own format, for Bio-Formats alone. */
  SCANNER,
  /** Zeiss: likewise. */
  CZI,
  /** 3DHISTECH: a preview beside a folder of the slide, which Bio-Formats does not read. */
  MRXS,
  /** The XML of a slide whose pixels lie in TIFF files beside it, for Bio-Formats alone. */
  COMPANION,
  UNKNOWN;

  /** As many first bytes as are looked at. */
  static final int HEAD_BYTES = 132;

  private static final List<String> TIFF_NAMES = List.of(".tif", ".tiff", ".svs", ".ndpi", ".scn");

  static FileKind of(Path file, byte[] head) {
    // Their main files look like a JPEG or TIFF, and hold only a preview.
    if (endsWith(file, List.of(MiraxSlide.EXTENSION))) {
      return MRXS;
    }
    if (endsWith(file, List.of(Slides.OLYMPUS))) {
      return SCANNER;
    }
    if (endsWith(file, List.of(".companion.ome"))) {
      return COMPANION;
    }
    if (isTiff(head)) {
      return TIFF;
    }
    if (begins(head, 0, "\u0089PNG") || begins(head, 0, "\u00ff\u00d8\u00ff")) {
      return PLAIN;
    }
    if (begins(head, 128, "DICM")) {
      return DICOM;
    }
    return begins(head, 0, "ZISRAWFILE") ? CZI : UNKNOWN;
  }

  /** Returns whether a file is called as a TIFF or picture is. */
  static boolean namedAsPicture(Path file) {
    return endsWith(file, TIFF_NAMES) || endsWith(file, List.of(".png", ".jpg", ".jpeg"));
  }

  private static boolean endsWith(Path file, List<String> ends) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ends.stream().anyMatch(name::endsWith);
  }

  private static boolean isTiff(byte[] head) {
    boolean little = begins(head, 0, "II*\0") || begins(head, 0, "II+\0");
    return little || begins(head, 0, "MM\0*") || begins(head, 0, "MM\0+");
  }

  private static boolean begins(byte[] head, int at, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      if (at + i >= head.length || head[at + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
