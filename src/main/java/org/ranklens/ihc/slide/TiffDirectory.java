package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ranklens.PlainText;

/** The tags of one image; values are read when they are asked for. */
final class TiffDirectory {

  private static final int SBYTE = 6;
  private static final int SSHORT = 8;
  private static final int SLONG = 9;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int IFD = 13;
  private static final int LONG8 = 16;
  private static final int SLONG8 = 17;
  private static final int IFD8 = 18;

  /** Descriptions are read up to here: OME-XML of large plates is some megabytes. */
  private static final int MOST_TEXT_BYTES = 16 << 20;

  /** Tiles of 256 pixels of a slide of 700,000 x 700,000 are some 8 million. */
  private static final int MOST_VALUES = 1 << 23;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * A tag's values; {@code upper} is the upper half of a single one, {@code trouble} why they can't
   * be read, empty where they can.
   */
  private record Entry(int type, long count, long where, long upper, String trouble) {}

  private final TiffFile file;
  private final boolean sub;
  private final TreeMap<Integer, Entry> entries = new TreeMap<>();
  private long next;

  TiffDirectory(TiffFile file, boolean sub) {
    this.file = file;
    this.sub = sub;
  }

  /** Puts a tag's values; of a tag that stands there twice the first counts, as for libtiff. */
  void put(int tag, int type, long count, long where, long upper) {
    entries.putIfAbsent(tag, new Entry(type, count, where, upper, trouble(tag, type, count)));
  }

  /** Returns why a tag that only describes can't be what it must be; empty for others. */
  private static String trouble(int tag, int type, long count) {
    boolean number = tag == TiffTag.ORIENTATION || tag == TiffTag.RESOLUTION_UNIT;
    if (number && !isWhole(type)) {
      return "tag " + tag + " is no whole number";
    }
    boolean endless = TiffTag.describes(tag) && count > MOST_TEXT_BYTES / unitBytes(type);
    return endless ? "tag " + tag + " holds " + count + " values" : "";
  }

  private static boolean isWhole(int type) {
    return switch (type) {
      case 1, 7, SBYTE, SHORT, SSHORT, LONG, SLONG, IFD, LONG8, SLONG8, IFD8 -> true;
      default -> false;
    };
  }

  /** Puts a tag whose values can't be read, which is told once they are asked for. */
  void putBroken(int tag, String trouble) {
    entries.putIfAbsent(tag, new Entry(0, 0, 0, 0, trouble));
  }

  private Optional<Entry> entry(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || (isBroken(tag) && TiffTag.describes(tag))) {
      return Optional.empty();
    }
    if (isBroken(tag)) {
      throw broken(entry.trouble());
    }
    return Optional.of(entry);
  }

  /** Returns whether a tag is there, but its values can't be read. */
  boolean isBroken(int tag) {
    return has(tag) && !entries.get(tag).trouble().isEmpty();
  }

  /** Returns why tags that only tell of the picture can't be read: a sentence's half each. */
  List<String> passedOver() {
    return entries.entrySet().stream()
        .filter(entry -> TiffTag.describes(entry.getKey()) && isBroken(entry.getKey()))
        .map(entry -> entry.getValue().trouble())
        .toList();
  }

  void next(long offset) {
    next = offset;
  }

  long next() {
    return next;
  }

  IOException broken(String why) {
    return file.broken(why);
  }

  /**
   * Returns what tells of a file that holds pixels, but not a slide.
   *
   * @param what is wrong, from the verb on
   */
  IOException unsound(String what) {
    return new IOException(PlainText.oneLine(file.name() + ": " + what + "."));
  }

  /** Returns whether it is a SubIFD. */
  boolean sub() {
    return sub;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  static int unitBytes(int type) {
    return switch (type) {
      case 1, 2, 6, 7 -> 1;
      case SHORT, 8 -> 2;
      case LONG, 9, 11, IFD -> 4;
      case RATIONAL, 10, 12, LONG8, SLONG8, IFD8 -> 8;
      default -> 0;
    };
  }

  /** Returns the whole numbers of a tag, none where it is absent. */
  long[] longs(int tag) throws IOException {
    Optional<Entry> found = entry(tag);
    return found.isEmpty() ? new long[0] : longs(tag, found.get(), found.get().count());
  }

  private long[] longs(int tag, Entry entry, long wanted) throws IOException {
    if (entry.count() > MOST_VALUES) {
      throw file.broken("tag " + tag + " claims " + entry.count() + " values");
    }
    int count = (int) wanted;
    ByteBuffer bytes = file.read(entry.where(), Math.multiplyExact(count, unitBytes(entry.type())));
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (entry.type()) {
            case 1, 7 -> bytes.get(i) & 0xff;
            case SBYTE -> bytes.get(i);
            case SSHORT -> bytes.getShort(2 * i);
            case SLONG -> bytes.getInt(4 * i);
            case SHORT -> Short.toUnsignedLong(bytes.getShort(2 * i));
            case LONG, IFD -> entry.upper() | Integer.toUnsignedLong(bytes.getInt(4 * i));
            case LONG8, SLONG8, IFD8 -> bytes.getLong(8 * i);
            default -> throw file.broken("tag " + tag + " is no whole number");
          };
    }
    return values;
  }

  /** Returns the first whole number of a tag. */
  long number(int tag, long absent) throws IOException {
    Optional<Entry> found = entry(tag).filter(one -> one.count() > 0);
    return found.isEmpty() ? absent : longs(tag, found.get(), 1)[0];
  }

  /** Returns a rational number, empty where it is absent or divided by zero. */
  OptionalDouble rational(int tag) throws IOException {
    Optional<Entry> entry = entry(tag).filter(one -> one.type() == RATIONAL && one.count() > 0);
    if (entry.isEmpty()) {
      return OptionalDouble.empty();
    }
    ByteBuffer bytes = file.read(entry.get().where(), 8);
    long numerator = Integer.toUnsignedLong(bytes.getInt(0));
    long denominator = Integer.toUnsignedLong(bytes.getInt(4));
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }

  Optional<String> text(int tag) throws IOException {
    byte[] bytes = bytes(tag);
    if (bytes.length == 0) {
      return Optional.empty();
    }
    String text = decoded(bytes).replace("\0", "");
    return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1).strip() : text.strip());
  }

  /** Decodes UTF-8, and what is none as Latin-1: older programs write a micro sign so. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Returns a text that is needed as it is stored, empty where it is absent. */
  String rawText(int tag) throws IOException {
    if (isBroken(tag)) {
      throw broken(entries.get(tag).trouble());
    }
    return new String(bytes(tag), StandardCharsets.UTF_8);
  }

  /** Returns whether a text has a word within its first 64 kB. */
  boolean says(int tag, String word) throws IOException {
    return head(tag).contains(word);
  }

  /** Returns the first 64 kB of a text, empty where it is absent. */
  String head(int tag) throws IOException {
    Optional<Entry> entry = entry(tag);
    if (entry.isEmpty()) {
      return "";
    }
    long length = Math.min(1 << 16, entry.get().count() * unitBytes(entry.get().type()));
    byte[] head = file.read(entry.get().where(), (int) length).array();
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  byte[] bytes(int tag) throws IOException {
    Optional<Entry> found = entry(tag);
    if (found.isEmpty()) {
      return new byte[0];
    }
    Entry entry = found.get();
    if (entry.count() > MOST_TEXT_BYTES) {
      throw file.broken("tag " + tag + " holds " + entry.count() + " bytes");
    }
    return file.read(entry.where(), (int) entry.count() * unitBytes(entry.type())).array();
  }
}
