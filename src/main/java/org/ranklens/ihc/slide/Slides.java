package org.ranklens.ihc.slide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.plugin.PluginLibrary;

/** Opens slides: the door that chooses the reader. */
public final class Slides {

  /** What to do with a MRXS that can't be read. */
  static final String EXPORT_MRXS =
      "export it as TIFF from the scanner's viewer, or convert it with libvips and OpenSlide:"
          + " vips tiffsave SLIDE.mrxs SLIDE.tif --tile --pyramid --bigtiff --compression jpeg"
          + " --Q 90";

  /** A slide whose pixels lie in the folder {@code _NAME_} beside it. */
  static final String OLYMPUS = ".vsi";

  private Slides() {}

  /**
   * Opens a slide.
   *
   * @throws RefusedException where no reader that is there can read it; the message names the one
   *     that could
   * @throws IOException where the file is missing or broken
   */
  public static Slide open(Path file, SlideOptions options) throws IOException {
    FileKind kind = kind(file);
    return switch (options.reader()) {
      case TIFF -> embedded(file, kind, options);
      case BIOFORMATS -> byBioFormats(file, kind, options).orElseThrow(() -> absent(file, kind));
      case AUTO -> automatic(file, kind, options);
    };
  }

  /**
   * Returns what a slide's file says of itself, as {@link #open} would, but without decoding a PNG
   * or JPEG, whose pixels lie in memory as a whole once it is opened.
   *
   * @throws IOException where it can't be opened, as far as that shows
   */
  public static SlideFacts facts(Path file, SlideOptions options) throws IOException {
    if (kind(file) == FileKind.PLAIN && options.reader() != ReaderChoice.BIOFORMATS) {
      return PlainImage.facts(file, options);
    }
    try (Slide slide = open(file, options)) {
      return slide.facts();
    }
  }

  private static FileKind kind(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Opening a pipe would wait for a writer, and stop at no signal.
      String what = Files.isDirectory(file) ? "is a folder" : "is a pipe or a device";
      throw new RefusedException(what, file.toString(), "", "give the slide's file");
    }
    byte[] head = head(file);
    if (head.length == 0) {
      throw new IOException(file + ": is empty.");
    }
    return FileKind.of(file, head);
  }

  /** Returns the folders beside a slide's file in which its pixels lie; none for most. */
  public static List<Path> foldersOf(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Optional<Path> folder = Optional.empty();
    if (name.endsWith(MiraxSlide.EXTENSION)) {
      folder = Optional.of(MiraxSlide.folder(file));
    } else if (name.endsWith(OLYMPUS)) {
      String base = file.getFileName().toString().substring(0, name.length() - OLYMPUS.length());
      folder = Optional.of(file.resolveSibling("_" + base + "_"));
    }
    return folder.filter(Files::isDirectory).stream().toList();
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileKind.HEAD_BYTES);
    }
  }

  private static Slide automatic(Path file, FileKind kind, SlideOptions options)
      throws IOException {
    if (kind == FileKind.UNKNOWN && FileKind.namedAsPicture(file)) {
      throw noPicture(file);
    }
    if (kind == FileKind.MRXS) {
      return MiraxSlide.open(file, options);
    }
    if (kind == FileKind.TIFF || kind == FileKind.PLAIN) {
      try {
        return embedded(file, kind, options);
      } catch (RefusedException refused) {
        return instead(file, kind, options, refused);
      }
    }
    return byBioFormats(file, kind, options).orElseThrow(() -> absent(file, kind));
  }

  /** Asks Bio-Formats for what the embedded reader refused; where that fails too, both are told. */
  private static Slide instead(
      Path file, FileKind kind, SlideOptions options, RefusedException refused) throws IOException {
    try {
      return byBioFormats(file, kind, options).orElseThrow(() -> refused);
    } catch (UnreadableException e) {
      throw new RefusedException(
          refused.refusal().what() + ", and Bio-Formats fails: " + e.why(),
          file.toString(),
          "",
          "copy it anew, or " + TiffColours.EXPORT);
    }
  }

  private static Slide embedded(Path file, FileKind kind, SlideOptions options) throws IOException {
    return switch (kind) {
      case TIFF -> TiffSlide.open(file, options);
      case PLAIN -> PlainImage.open(file, options);
      case MRXS -> MiraxSlide.open(file, options);
      case UNKNOWN -> throw noPicture(file);
      default -> throw absent(file, kind);
    };
  }

  private static Optional<Slide> byBioFormats(Path file, FileKind kind, SlideOptions options)
      throws IOException {
    if (kind == FileKind.MRXS) {
      // It would take the preview for the slide.
      throw new RefusedException(
          "is 3DHISTECH MRXS, which Bio-Formats does not read",
          file.toString(),
          "",
          "leave --reader at auto");
    }
    checkOlympus(file);
    Optional<BioFormats> bioFormats = BioFormats.in(options.plugins());
    return bioFormats.isEmpty()
        ? Optional.empty()
        : Optional.of(BioFormatsSlide.open(bioFormats.get(), file, kind, options));
  }

  /** Bio-Formats opens what a slide's file itself has: a label and an overview. */
  private static void checkOlympus(Path file) throws RefusedException {
    String name = file.getFileName().toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(OLYMPUS) && foldersOf(file).isEmpty()) {
      String base = name.substring(0, name.length() - OLYMPUS.length());
      throw new RefusedException(
          "is Olympus VSI, whose pixels lie in the folder _%s_, which is not beside it"
              .formatted(base),
          file.toString(),
          "",
          "copy that folder to it, and rename neither");
    }
  }

  private static RefusedException absent(Path file, FileKind kind) {
    String what =
        switch (kind) {
          case TIFF, PLAIN -> "can't be read by Bio-Formats, which is not here";
          case DICOM -> "is DICOM, which only Bio-Formats reads as a slide";
          case SCANNER, CZI, MRXS -> "is of a scanner's own format, which only Bio-Formats reads";
          case COMPANION ->
              "is the OME-XML of TIFF files beside it, which only Bio-Formats puts together";
          case UNKNOWN -> "is no TIFF, PNG or JPEG; Bio-Formats may read it";
        };
    return new RefusedException(what, file.toString(), "", PluginLibrary.BIOFORMATS.remedy());
  }

  private static RefusedException noPicture(Path file) {
    return new RefusedException(
        "is no TIFF, PNG or JPEG",
        file.toString(),
        "",
        "check that the file is complete and is the slide");
  }
}
