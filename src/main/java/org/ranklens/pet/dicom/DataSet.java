package org.ranklens.pet.dicom;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ranklens.RefusedException;

/**
 * The attributes of one DICOM object or of one item of a sequence, immutable. An attribute that is
 * there but empty counts as absent.
 */
public final class DataSet {

  private final String source;
  private final TreeMap<Integer, Element> elements;

  DataSet(String source, Map<Integer, Element> elements) {
    this.source = source;
    this.elements = new TreeMap<>(Integer::compareUnsigned);
    this.elements.putAll(elements);
  }

  /** Returns the file that the attributes come from, as messages name it. */
  public String source() {
    return source;
  }

  /** Returns whether an attribute is there and holds something. */
  public boolean contains(Tag tag) {
    Element element = elements.get(tag.number());
    return element != null
        && (element.isSequence() ? !element.items().isEmpty() : !text(element).isEmpty());
  }

  /** Returns the values of a text attribute, or the numbers of a binary one as text, trimmed. */
  public List<String> strings(Tag tag) {
    return string(tag).map(text -> List.of(text.split("\\\\", -1))).orElse(List.of()).stream()
        .map(String::trim)
        .toList();
  }

  /** Returns the value of an attribute as one text, several values parted by backslashes. */
  public Optional<String> string(Tag tag) {
    Element element = elements.get(tag.number());
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
    Element element = elements.get(tag.number());
    if (element == null || element.isSequence()) {
      return new double[0];
    }
    try {
      return ValueDecoder.numbers(element);
    } catch (NumberFormatException e) {
      throw refusal("is not a number: \"" + text(element) + "\"", tag, "");
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
    Element element = elements.get(tag.number());
    return element == null ? List.of() : element.items();
  }

  /** Returns the first item of a sequence, if there is one. */
  public Optional<DataSet> item(Tag tag) {
    return items(tag).stream().findFirst();
  }

  /** Returns whether an attribute has the same bytes in another data set, or is absent in both. */
  public boolean agrees(DataSet other, Tag tag) {
    Element mine = elements.get(tag.number());
    Element theirs = other.elements.get(tag.number());
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
      throw refusal("holds " + numbers.length + " numbers instead of " + count, tag, "");
    }
    return Arrays.copyOf(numbers, count);
  }

  /** Returns the first item of a sequence, or refuses the file by naming it. */
  public DataSet requireItem(Tag tag) throws RefusedException {
    return item(tag).orElseThrow(() -> missing(tag));
  }

  /** Returns the refusal of this file for a missing attribute. */
  public RefusedException missing(Tag tag) {
    return refusal("an attribute is missing or empty", tag, "");
  }

  /** Returns the refusal of this file for an attribute. */
  public RefusedException refusal(String what, Tag tag, String remedy) {
    String words = what.startsWith("is ") || what.startsWith("holds ") ? "an attribute " : "";
    return new RefusedException(words + what, source, tag.label(), remedy);
  }

  /** Returns these attributes, and those of another data set that are absent here. */
  DataSet and(DataSet other) {
    DataSet both = new DataSet(source, other.elements);
    both.elements.putAll(elements);
    return both;
  }

  /** Returns every attribute by its number, ordered: for comparing readers. */
  Map<Integer, Element> elements() {
    return Collections.unmodifiableMap(elements);
  }

  private String text(Element element) {
    Element charset = elements.get(Tag.SPECIFIC_CHARACTER_SET.number());
    return ValueDecoder.text(element, charset == null ? "" : ValueDecoder.text(charset, "").trim());
  }
}
