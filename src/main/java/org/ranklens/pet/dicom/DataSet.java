package org.ranklens.pet.dicom;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;

/**
 * The attributes of one DICOM object or of one item of a sequence, immutable. An attribute that is
 * there but empty counts as absent.
 */
public final class DataSet {

  private static final String AS_IT_WAS =
      "export it again, with this attribute as the scanner or program wrote it";

  private final String source;

  /** Numbers of the elements with their uppermost bit turned, so that they stand in order. */
  private final int[] numbers;

  private final Element[] elements;

  DataSet(String source, Map<Integer, Element> elements) {
    this.source = source;
    this.numbers = new int[elements.size()];
    int count = 0;
    for (int number : elements.keySet()) {
      numbers[count++] = number ^ Integer.MIN_VALUE;
    }
    Arrays.sort(numbers);
    this.elements = new Element[count];
    for (int i = 0; i < count; i++) {
      this.elements[i] = elements.get(numbers[i] ^ Integer.MIN_VALUE);
    }
  }

  /** The element of a tag, or null. */
  private Element element(Tag tag) {
    int at = Arrays.binarySearch(numbers, tag.number() ^ Integer.MIN_VALUE);
    return at < 0 ? null : elements[at];
  }

  /** Returns the file that the attributes come from, as messages name it. */
  public String source() {
    return source;
  }

  /** Returns whether an attribute is there and holds something. */
  public boolean contains(Tag tag) {
    Element element = element(tag);
    return element != null
        && (element.isSequence() ? !element.items().isEmpty() : !text(element).isEmpty());
  }

  /** Returns the values of a text attribute, or the numbers of a binary one as text, trimmed. */
  public List<String> strings(Tag tag) {
    Optional<String> text = string(tag);
    if (text.isEmpty()) {
      return List.of();
    }
    String[] parts = text.get().split("\\\\", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].trim();
    }
    return List.of(parts);
  }

  /** Returns the value of an attribute as one text, several values parted by backslashes. */
  public Optional<String> string(Tag tag) {
    Element element = element(tag);
    if (element == null || element.isSequence()) {
      return Optional.empty();
    }
    String text = text(element);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Returns the value of an attribute, or an empty text. */
  public String stringOrEmpty(Tag tag) {
    return string(tag).orElse("");
  }

  /**
   * Returns the numbers of an attribute, none where it is absent.
   *
   * @throws RefusedException where a value is not a finite number
   */
  public double[] numbers(Tag tag) throws RefusedException {
    Element element = element(tag);
    if (element == null || element.isSequence()) {
      return new double[0];
    }
    try {
      return ValueDecoder.numbers(element);
    } catch (NumberFormatException e) {
      throw refusal("is not a number: " + PlainText.quoted(text(element)), tag, "");
    }
  }

  /** Returns the first number of an attribute, if there is one. */
  public OptionalDouble number(Tag tag) throws RefusedException {
    double[] numbers = numbers(tag);
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
  }

  /** Returns the first number of an attribute as a whole one, if there is one. */
  public OptionalInt integer(Tag tag) throws RefusedException {
    OptionalDouble number = number(tag);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    int whole = (int) number.getAsDouble();
    if (whole != number.getAsDouble()) {
      throw refusal("is not a whole number: " + number.getAsDouble(), tag, "");
    }
    return OptionalInt.of(whole);
  }

  /** Returns the items of a sequence, none where it is absent. */
  public List<DataSet> items(Tag tag) {
    Element element = element(tag);
    return element == null ? List.of() : element.items();
  }

  /** Returns the first item of a sequence, if there is one. */
  public Optional<DataSet> item(Tag tag) {
    List<DataSet> items = items(tag);
    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
  }

  /** Returns whether an attribute has the same bytes in another data set, or is absent in both. */
  public boolean agrees(DataSet other, Tag tag) {
    Element mine = element(tag);
    Element theirs = other.element(tag);
    if (mine == null || theirs == null) {
      return mine == null && theirs == null;
    }
    return Arrays.equals(mine.bytes(), theirs.bytes());
  }

  /** Returns the value of an attribute, or refuses the file by naming it. */
  public String requireString(Tag tag) throws RefusedException {
    return string(tag).orElseThrow(() -> missing(tag));
  }

  /** Returns the first number of an attribute, or refuses the file by naming it. */
  public double requireNumber(Tag tag) throws RefusedException {
    OptionalDouble number = number(tag);
    if (number.isEmpty()) {
      throw missing(tag);
    }
    return number.getAsDouble();
  }

  /** Returns the first number of an attribute as a whole one, or refuses the file by naming it. */
  public int requireInteger(Tag tag) throws RefusedException {
    OptionalInt number = integer(tag);
    if (number.isEmpty()) {
      throw missing(tag);
    }
    return number.getAsInt();
  }

  /** Returns so many numbers of an attribute, or refuses the file by naming it. */
  public double[] requireNumbers(Tag tag, int count) throws RefusedException {
    double[] numbers = numbers(tag);
    if (numbers.length == 0) {
      throw missing(tag);
    }
    if (numbers.length < count) {
      throw refusal(
          "holds %s instead of %s"
              .formatted(numbers.length == 1 ? "1 number" : numbers.length + " numbers", count),
          tag,
          "");
    }
    return Arrays.copyOf(numbers, count);
  }

  /** Returns the first item of a sequence, or refuses the file by naming it. */
  public DataSet requireItem(Tag tag) throws RefusedException {
    return item(tag).orElseThrow(() -> missing(tag));
  }

  /** Returns the refusal of this file for a missing attribute. */
  public RefusedException missing(Tag tag) {
    return refusal("is missing or empty", tag, "");
  }

  /**
   * Returns the refusal of this file for an attribute.
   *
   * @param what what is wrong; of the attribute itself where it begins with "is" or "holds"
   * @param remedy what to do; empty where nothing but another export helps
   */
  public RefusedException refusal(String what, Tag tag, String remedy) {
    boolean ofTag = what.startsWith("is ") || what.startsWith("holds ");
    return new RefusedException(
        ofTag ? tag.keyword() + " " + what : what,
        source,
        tag.label(),
        remedy.isEmpty() ? AS_IT_WAS : remedy);
  }

  /** Returns these attributes, and those of another data set that are absent here. */
  DataSet and(DataSet other) {
    Map<Integer, Element> both = other.elements();
    both.putAll(elements());
    return new DataSet(source, both);
  }

  /** Returns every attribute by its number, ordered: for comparing readers. */
  Map<Integer, Element> elements() {
    Map<Integer, Element> all = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      all.put(numbers[i] ^ Integer.MIN_VALUE, elements[i]);
    }
    return all;
  }

  private String text(Element element) {
    if (!ValueDecoder.isExtended(element.vr())) {
      return ValueDecoder.text(element, "");
    }
    Element charset = element(Tag.SPECIFIC_CHARACTER_SET);
    return ValueDecoder.text(element, charset == null ? "" : ValueDecoder.text(charset, "").trim());
  }
}
