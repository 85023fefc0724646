package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a TIFF says of its pixels' size and its objective, in its scanner's manner.
 *
 * @param pixelSize of the image the tags belong to
 * @param objectivePower magnification
 */
record TiffText(PixelSize pixelSize, OptionalDouble objectivePower) {

  /** Some scanners write decimals by the language of their Windows. */
  private static final String NUMBER = "([0-9]*[.,]?[0-9]+(?:[eE][+-]?[0-9]+)?)";

  private static final Pattern APERIO_MPP = Pattern.compile("\\bMPP\\s*=\\s*" + NUMBER);

  /** What a picture was made from, up to the first semicolon or bar; then its own size. */
  private static final Pattern APERIO_REDUCED =
      Pattern.compile(
          "^[^;|]*?(\\d+)x\\d+\\s*(?:\\[\\d+,\\d+ (\\d+)x\\d+\\]\\s*)?(?:\\(\\d+x\\d+\\)\\s*)?->\\s*(\\d+)x\\d+");

  private static final Pattern APERIO_POWER = Pattern.compile("\\bAppMag\\s*=\\s*" + NUMBER);
  private static final Pattern TRESTLE_POWER =
      Pattern.compile("\\bObjective Magnification\\s*=\\s*" + NUMBER);
  private static final Pattern VENTANA_MPP = ventana("ScanRes");
  private static final Pattern VENTANA_POWER = ventana("Magnification");
  private static final Pattern VENTANA_PLANES = ventana("Z-layers");
  private static final String IMAGEJ = "ImageJ=";
  private static final Pattern IMAGEJ_CHANNELS = Pattern.compile("(?m)^channels=(\\d{1,9})\\s*$");
  private static final Pattern IMAGEJ_UNIT = Pattern.compile("(?m)^unit=(\\S+)\\s*$");

  /** Rounding makes less. */
  private static final double LEAST_REDUCED = 1.05;

  /** What scanners make of tissue; beyond it a resolution is that of a printer or screen. */
  private static final double LEAST_SCANNED = 0.1;

  private static final double MOST_SCANNED = 2;
  private static final double MOST_APART = 1.05;
  private static final int NO_UNIT = 1;
  private static final int CENTIMETRE = 3;
  private static final double MICRONS_PER_INCH = 25_400;
  private static final double MICRONS_PER_CENTIMETRE = 10_000;

  /** Finds what the tags of the slide's largest image tell, the scanner's own words first. */
  static TiffText of(TiffDirectory tags, OmePlanes ome) throws IOException {
    String description = tags.text(TiffTag.IMAGE_DESCRIPTION).orElse("");
    TiffText own = ome.any() ? ome.text(tags) : own(tags, description);
    return new TiffText(own.pixelSize().or(resolution(tags)), own.objectivePower());
  }

  private static TiffText own(TiffDirectory tags, String description) throws IOException {
    String larger = largerThanAperio(description);
    if (!larger.isEmpty()) {
      return new TiffText(PixelSize.missing(larger), OptionalDouble.empty());
    }
    OptionalDouble aperio = match(APERIO_MPP, description);
    if (aperio.isPresent() || description.startsWith("Aperio")) {
      return new TiffText(
          aperio.isPresent()
              ? PixelSize.found(aperio.getAsDouble(), 0, "Aperio's MPP")
              : PixelSize.unknown(),
          match(APERIO_POWER, description));
    }
    if (PhilipsXml.is(description)) {
      return new TiffText(PhilipsXml.of(tags, description).pixelSize(), OptionalDouble.empty());
    }
    if (description.startsWith(IMAGEJ)) {
      return new TiffText(imageJ(tags, description), OptionalDouble.empty());
    }
    if (tags.says(TiffTag.SOFTWARE, "MedScan")) {
      // Trestle's resolution is undocumented; OpenSlide too takes it for micrometres.
      return new TiffText(
          tags.rational(TiffTag.X_RESOLUTION).stream()
              .mapToObj(microns -> PixelSize.found(microns, 0, "Trestle's resolution"))
              .findFirst()
              .orElse(PixelSize.unknown()),
          match(TRESTLE_POWER, description));
    }
    return ofVentana(tags);
  }

  /** Aperio's smaller pictures repeat the pixel size of the largest, which may be lost. */
  private static String largerThanAperio(String description) {
    Matcher reduced = APERIO_REDUCED.matcher(description);
    if (!description.startsWith("Aperio") || !reduced.find()) {
      return "";
    }
    String from = reduced.group(2) == null ? reduced.group(1) : reduced.group(2);
    double times = Double.parseDouble(from) / Double.parseDouble(reduced.group(3));
    return times < LEAST_REDUCED
        ? ""
        : "its largest picture was made smaller from one %s pixels wide, which the file does not hold"
            .formatted(from);
  }

  /** Finds what Ventana's {@code iScan} tells: nothing where there is none. */
  private static TiffText ofVentana(TiffDirectory tags) throws IOException {
    String scan = scan(tags);
    OptionalDouble microns = match(VENTANA_MPP, scan);
    return new TiffText(
        microns.isPresent()
            ? PixelSize.found(microns.getAsDouble(), 0, "Ventana's ScanRes")
            : PixelSize.unknown(),
        match(VENTANA_POWER, scan));
  }

  /** Returns how many focal planes Ventana's {@code iScan} speaks of, 1 where it does not. */
  static double ventanaFocalPlanes(TiffDirectory tags) throws IOException {
    return match(VENTANA_PLANES, scan(tags)).orElse(1);
  }

  private static Pattern ventana(String attribute) {
    return Pattern.compile("\\b" + attribute + "\\s*=\\s*[\"']\\s*" + NUMBER + "\\s*[\"']");
  }

  /** Returns the head of Ventana's element, empty where there is none. */
  private static String scan(TiffDirectory tags) throws IOException {
    String xmp = tags.head(TiffTag.XMP);
    int at = xmp.indexOf("<iScan");
    int end = xmp.indexOf('>', Math.max(at, 0));
    return at < 0 ? "" : xmp.substring(at, end < 0 ? xmp.length() : end);
  }

  /** Returns how many channels ImageJ wrote as pictures of their own, 1 where it did not. */
  static double imageJChannels(TiffDirectory tags) throws IOException {
    String description = tags.head(TiffTag.IMAGE_DESCRIPTION);
    return description.startsWith(IMAGEJ) ? match(IMAGEJ_CHANNELS, description).orElse(1) : 1;
  }

  /** ImageJ counts pixels per its own unit, and writes that the resolution has no unit. */
  private static PixelSize imageJ(TiffDirectory tags, String description) throws IOException {
    Matcher unit = IMAGEJ_UNIT.matcher(description);
    if (!unit.find() || tags.number(TiffTag.RESOLUTION_UNIT, 2) != NO_UNIT) {
      return PixelSize.unknown();
    }
    double microns =
        switch (unit.group(1).toLowerCase(Locale.ROOT)) {
          case "micron", "microns", "um", "µm", "μm", "\\u00b5m" -> 1;
          case "nm" -> 1e-3;
          case "mm" -> 1e3;
          case "cm" -> MICRONS_PER_CENTIMETRE;
          case "inch" -> MICRONS_PER_INCH;
          default -> 0;
        };
    return microns == 0 ? PixelSize.unknown() : perUnit(tags, microns, "ImageJ");
  }

  private static PixelSize resolution(TiffDirectory tags) throws IOException {
    return switch ((int) tags.number(TiffTag.RESOLUTION_UNIT, 2)) {
      case 2 -> perUnit(tags, MICRONS_PER_INCH, "the TIFF resolution");
      case CENTIMETRE -> perUnit(tags, MICRONS_PER_CENTIMETRE, "the TIFF resolution");
      default -> PixelSize.unknown();
    };
  }

  /** Returns in a sentence where the resolution's tags tell another size of slides' pixels. */
  static Optional<String> disagreement(TiffDirectory tags, PixelSize taken) throws IOException {
    PixelSize other = resolution(tags);
    if (taken.microns().isEmpty() || other.microns().isEmpty()) {
      return Optional.empty();
    }
    double mine = taken.microns().getAsDouble();
    double theirs = other.microns().getAsDouble();
    boolean plausible = theirs >= LEAST_SCANNED && theirs <= MOST_SCANNED;
    return plausible && Math.max(mine / theirs, theirs / mine) > MOST_APART
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s says %.4g um a pixel, %s %.4g um (tags 282 and 296): the first was taken",
                taken.source(),
                mine,
                other.source(),
                theirs))
        : Optional.empty();
  }

  private static PixelSize perUnit(TiffDirectory tags, double micronsPerUnit, String source)
      throws IOException {
    OptionalDouble across = tags.rational(TiffTag.X_RESOLUTION);
    if (across.isEmpty() || !(across.getAsDouble() > 0)) {
      return PixelSize.unknown();
    }
    double down = tags.rational(TiffTag.Y_RESOLUTION).orElse(0);
    return PixelSize.found(
        micronsPerUnit / across.getAsDouble(), down > 0 ? micronsPerUnit / down : 0, source);
  }

  private static OptionalDouble match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? positive(matcher.group(1)) : OptionalDouble.empty();
  }

  /** Returns a number above 0, empty for anything else; a comma is a decimal mark. */
  static OptionalDouble positive(String text) {
    try {
      double number = Double.parseDouble(text.strip().replace(',', '.'));
      return number > 0 && number < Double.MAX_VALUE
          ? OptionalDouble.of(number)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
