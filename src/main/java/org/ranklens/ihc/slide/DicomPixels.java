package org.ranklens.ihc.slide;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranklens.RefusedException;

/**
 * Whether the pixels of a DICOM slide are of a kind that Bio-Formats 7.3.1 shows as they are. Of
 * others it makes black or garbled pictures or false colours, and tells nobody.
 */
final class DicomPixels {

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String GREY = "MONOCHROME1";
  private static final String GREY_TOO = "MONOCHROME2";
  private static final String RGB = "RGB";

  private static final Set<String> PLAIN = Set.of(GREY, GREY_TOO, RGB);
  private static final Set<String> YCBCR = Set.of(GREY, GREY_TOO, RGB, "YBR_FULL", "YBR_FULL_422");

  /** A JPEG 2000 stream tells itself whether its colours were turned. */
  private static final Set<String> TURNED =
      Set.of(GREY, GREY_TOO, RGB, "YBR_ICT", "YBR_RCT", "YBR_FULL_422");

  /** Transfer syntaxes, and what colours are shown rightly in each. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          IMPLICIT,
          PLAIN,
          EXPLICIT,
          PLAIN,
          "1.2.840.10008.1.2.4.50",
          YCBCR,
          "1.2.840.10008.1.2.4.51",
          YCBCR,
          "1.2.840.10008.1.2.4.57",
          PLAIN,
          "1.2.840.10008.1.2.4.70",
          PLAIN,
          "1.2.840.10008.1.2.4.90",
          TURNED,
          "1.2.840.10008.1.2.4.91",
          TURNED);

  private DicomPixels() {}

  /** Refuses a form of file of which nothing else can be told. */
  static void checkSyntax(Path file, DicomHeader header) throws RefusedException {
    String syntax = header.transferSyntax();
    if (!syntax.isEmpty() && !KNOWN.containsKey(syntax)) {
      throw refused(
          file, "its transfer syntax is " + name(syntax), "(0002,0010) TransferSyntaxUID");
    }
  }

  /**
   * Checks a file whose header is whole.
   *
   * @throws RefusedException where its pixels are of another kind, with the attribute that says so
   */
  static void check(Path file, DicomHeader header) throws RefusedException {
    String syntax = header.transferSyntax();
    String colours = header.photometric();
    if (!colours.isEmpty() && !KNOWN.getOrDefault(syntax, PLAIN).contains(colours)) {
      throw refused(
          file,
          "its colours are %s in transfer syntax %s".formatted(colours, syntax),
          "(0028,0004) PhotometricInterpretation");
    }
    if (header.frameRows() < 1 || header.frameColumns() < 1) {
      throw refused(
          file,
          "its frames have %s x %s pixels".formatted(header.frameColumns(), header.frameRows()),
          "(0028,0010) Rows, (0028,0011) Columns");
    }
    if (header.samples() != 1 && header.samples() != 3) {
      throw refused(
          file, "it has " + header.samples() + " samples a pixel", "(0028,0002) SamplesPerPixel");
    }
    if (header.samples() == 3 && header.planar()) {
      throw refused(file, "its colours are in planes", "(0028,0006) PlanarConfiguration");
    }
    boolean bytes = List.of(8, 16).contains(header.bits());
    if (!bytes || header.bitsStored() != header.bits()) {
      throw refused(
          file,
          "of the %s bits of its samples %s are used".formatted(header.bits(), header.bitsStored()),
          "(0028,0100) BitsAllocated, (0028,0101) BitsStored");
    }
    if (header.frames() > 1 && header.tiles() == 0) {
      throw refused(
          file,
          "it has %s frames, and does not tell of how many pixels together"
              .formatted(header.frames()),
          "(0048,0006) TotalPixelMatrixColumns, (0048,0007) TotalPixelMatrixRows");
    }
  }

  private static String name(String syntax) {
    return switch (syntax) {
      case "1.2.840.10008.1.2.1.99" -> "deflated";
      case "1.2.840.10008.1.2.2" -> "big-endian";
      case "1.2.840.10008.1.2.5" -> "RLE";
      case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> "JPEG-LS";
      case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" ->
          "high-throughput JPEG 2000";
      default -> syntax;
    };
  }

  private static RefusedException refused(Path file, String what, String field) {
    return new RefusedException(
        "is a DICOM slide that can't be read rightly: " + what,
        file.toString(),
        field,
        "export it anew, as RGB of 8 bits or as JPEG baseline or JPEG 2000");
  }
}
