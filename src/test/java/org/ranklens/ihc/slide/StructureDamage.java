package org.ranklens.ihc.slide;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Damages a TIFF where its structure is: tags, types, counts, values, links between directories,
 * numbers and marks within its texts.
 */
final class StructureDamage {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private static final String[] ODD_NUMBERS = {
    "0", "-1", "1", "2", "7", "999999999", "1e300", "NaN", "0.5", "", "x"
  };

  private static final int TEXT = 2;

  private final ByteBuffer file;
  private final boolean big;
  private final Random chance;
  private final List<Integer> directories = new ArrayList<>();
  private final List<Integer> entries = new ArrayList<>();
  private final List<Integer> links = new ArrayList<>();

  private StructureDamage(byte[] sound, Random chance) {
    file = ByteBuffer.wrap(sound);
    file.order(sound[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    big = file.getShort(2) == 43;
    this.chance = chance;
    links.add(big ? 8 : 4);
    for (int at = word(links.get(0)); at != 0; at = word(links.get(links.size() - 1))) {
      directories.add(at);
      int count = big ? (int) file.getLong(at) : file.getShort(at);
      for (int i = 0; i < count; i++) {
        entries.add(at + (big ? 8 + 20 * i : 2 + 12 * i));
      }
      links.add(at + (big ? 8 + 20 * count : 2 + 12 * count));
    }
  }

  /** Returns a file with one to three damages. */
  static byte[] of(byte[] sound, Random chance) {
    StructureDamage damage = new StructureDamage(sound, chance);
    for (int i = chance.nextInt(3); i >= 0; i--) {
      damage.once();
    }
    return sound;
  }

  private void once() {
    int entry = any(entries);
    int inline = entry + (big ? 12 : 8);
    switch (chance.nextInt(8)) {
      case 0 -> file.putShort(entry, file.getShort(any(entries)));
      case 1 -> file.putShort(entry + 2, (short) chance.nextInt(20));
      case 2 -> put(entry + 4, odd());
      case 3 -> put(inline, odd());
      case 4 -> put(any(links), chance.nextBoolean() ? odd() : any(directories));
      case 5 -> file.put(chance.nextInt(file.capacity()), (byte) chance.nextInt(256));
      case 6 -> value(entry, inline);
      default -> text();
    }
  }

  /** Changes one of the values that an entry points to. */
  private void value(int entry, int inline) {
    int count = word(entry + 4);
    int unit = Math.max(1, TiffDirectory.unitBytes(file.getShort(entry + 2)));
    int room = big ? 8 : 4;
    int at = (long) count * unit <= room ? inline : word(inline);
    if (count > 0 && at > 0 && at + (long) count * unit + room < file.capacity()) {
      put(at + unit * chance.nextInt(count), odd());
    }
  }

  /** Puts another number into a text, or breaks a mark of its XML; it keeps its length. */
  private void text() {
    List<Integer> texts = entries.stream().filter(at -> file.getShort(at + 2) == TEXT).toList();
    if (texts.isEmpty()) {
      return;
    }
    int entry = any(texts);
    int length = word(entry + 4);
    int at = word(entry + (big ? 12 : 8));
    if (length < 20 || at < 0 || at > file.capacity() - length) {
      return;
    }
    String text = new String(file.array(), at, length, StandardCharsets.ISO_8859_1);
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    StringBuilder changed = new StringBuilder(text);
    if (numbers.isEmpty() || chance.nextInt(5) == 0) {
      changed.setCharAt(chance.nextInt(length), "<>\"'&=/ x".charAt(chance.nextInt(9)));
    } else {
      MatchResult number = any(numbers);
      changed.replace(number.start(), number.end(), any(List.of(ODD_NUMBERS)));
    }
    changed.setLength(length);
    file.put(at, changed.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }

  private long odd() {
    int size = file.capacity();
    long[] odd = {0, 1, 2, 3, 8, 64, 65_535, -1, 1L << 31, Long.MAX_VALUE, size - 1, size};
    int which = chance.nextInt(odd.length + 2);
    return which < odd.length ? odd[which] : chance.nextInt(size);
  }

  private int word(int at) {
    return big ? (int) file.getLong(at) : file.getInt(at);
  }

  private void put(int at, long number) {
    if (big) {
      file.putLong(at, number);
    } else {
      file.putInt(at, (int) number);
    }
  }
}
