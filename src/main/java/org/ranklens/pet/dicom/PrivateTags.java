package org.ranklens.pet.dicom;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Private attributes, brought to the numbers that {@link Tag} gives them.
 *
 * <p>A creator element (gggg,00bb) reserves the block (gggg,bb00) to (gggg,bbFF) for its owner
 * (DICOM PS3.5, 7.8.1), so the block may differ from file to file. Where no creator reserves block
 * 10, as anonymisers leave it, the usual number is taken at its word; where somebody else reserves
 * it, the attribute isn't ours.
 */
final class PrivateTags {

  private static final Map<Integer, String> CREATORS =
      Map.of(
          0x0009, "GEMS_PETD_01",
          0x0071, "SIEMENS MED PT",
          0x7053, "PHILIPS PET PRIVATE GROUP");

  private PrivateTags() {}

  /** Whether an element may be one of ours, or the creator of its block. */
  static boolean concerns(int number) {
    if (!isPrivate(number) || !CREATORS.containsKey(number >>> 16)) {
      return false;
    }
    int element = number & 0xFFFF;
    return isCreator(element) || Tag.of(canonical(number)).isPresent();
  }

  /** The value representation of an element that doesn't tell its own. */
  static String representation(int number) {
    int known = CREATORS.containsKey(number >>> 16) ? canonical(number) : number;
    Optional<Tag> tag = Tag.of(number).or(() -> Tag.of(known));
    if (tag.isPresent()) {
      return tag.get().vr();
    }
    return isPrivate(number) && isCreator(number & 0xFFFF) ? "LO" : "UN";
  }

  /** Moves ours to block 10 and drops the creators. */
  static Map<Integer, Element> resolve(Map<Integer, Element> elements) {
    boolean any = false;
    for (int number : elements.keySet()) {
      any |= isPrivate(number);
    }
    if (!any) {
      return elements;
    }
    Map<Integer, Element> resolved = new HashMap<>();
    for (Map.Entry<Integer, Element> entry : elements.entrySet()) {
      int number = entry.getKey();
      if (!isPrivate(number) || !CREATORS.containsKey(number >>> 16)) {
        resolved.put(number, entry.getValue());
      } else if (!isCreator(number & 0xFFFF) && isOurs(number, elements)) {
        resolved.put(canonical(number), entry.getValue());
      }
    }
    return resolved;
  }

  private static boolean isOurs(int number, Map<Integer, Element> elements) {
    int group = number >>> 16;
    int block = (number >>> 8) & 0xFF;
    Element creator = elements.get((group << 16) | block);
    if (creator == null) {
      return block == 0x10;
    }
    String name = new String(creator.bytes(), StandardCharsets.ISO_8859_1);
    return name.replace('\0', ' ').trim().toUpperCase(Locale.ROOT).equals(CREATORS.get(group));
  }

  private static int canonical(int number) {
    return (number & 0xFFFF00FF) | 0x1000;
  }

  private static boolean isCreator(int element) {
    return element >= 0x10 && element <= 0xFF;
  }

  private static boolean isPrivate(int number) {
    return ((number >>> 16) & 1) == 1;
  }
}
