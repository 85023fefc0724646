package org.ranklens.phantom.pet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Elements of a data set in the order of their tags. */
final class DicomElements {

  /** One element: its value as text, as numbers, as bytes or as items of a sequence. */
  record Element(String vr, Object value) {}

  /** By tag as an unsigned number, so that groups above 7FFF come last. */
  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

  /** Text; several values are joined by a backslash. */
  DicomElements text(int tag, String vr, String... values) {
    elements.put(tag, new Element(vr, String.join("\\", values)));
    return this;
  }

  /** Unsigned short. */
  DicomElements number(int tag, int... values) {
    elements.put(tag, new Element("US", values.clone()));
    return this;
  }

  /** 16-bit pixels; signed or not is for other elements to say. */
  DicomElements words(int tag, short[] values) {
    elements.put(tag, new Element("OW", values));
    return this;
  }

  DicomElements encapsulated(EncapsulatedFrame frame) {
    elements.put(DicomEncoder.PIXEL_DATA, new Element("OB", frame));
    return this;
  }

  DicomElements bytes(int tag, String vr, byte[] value) {
    elements.put(tag, new Element(vr, value));
    return this;
  }

  DicomElements sequence(int tag, DicomElements... items) {
    elements.put(tag, new Element("SQ", List.copyOf(Arrays.asList(items))));
    return this;
  }

  Map<Integer, Element> inOrder() {
    return elements;
  }
}
