package org.ranklens.phantom.pet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Encodes data elements (DICOM PS3.5, chapter 7) with defined lengths. */
final class DicomEncoder {

  static final int PIXEL_DATA = 0x7FE00010;
  private static final int UNDEFINED_LENGTH = -1;
  private static final int ITEM = 0xFFFEE000;
  private static final int SEQUENCE_END = 0xFFFEE0DD;

  /** Representations whose explicit form has a four-byte length. */
  private static final Set<String> LONG_FORM = Set.of("OB", "OW", "SQ", "UN", "UT");

  private final boolean explicit;
  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private DicomEncoder(boolean explicit, ByteOrder order) {
    this.explicit = explicit;
    this.order = order;
  }

  static byte[] encode(DicomElements elements, boolean explicit, ByteOrder order) {
    DicomEncoder encoder = new DicomEncoder(explicit, order);
    for (Map.Entry<Integer, DicomElements.Element> entry : elements.inOrder().entrySet()) {
      encoder.element(entry.getKey(), entry.getValue());
    }
    return encoder.out.toByteArray();
  }

  private void element(int tag, DicomElements.Element element) {
    if (element.value() instanceof EncapsulatedFrame frame) {
      header(tag, "OB", UNDEFINED_LENGTH);
      item(ITEM, new byte[0]);
      item(ITEM, frame.bytes());
      item(SEQUENCE_END, new byte[0]);
      return;
    }
    byte[] value = value(element);
    header(tag, element.vr(), value.length);
    out.writeBytes(value);
  }

  private void header(int tag, String vr, int length) {
    tag(tag);
    if (!explicit) {
      out.writeBytes(integer(length));
      return;
    }
    out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    if (LONG_FORM.contains(vr)) {
      out.writeBytes(new byte[2]);
      out.writeBytes(integer(length));
    } else {
      out.writeBytes(shorts((short) length));
    }
  }

  private void item(int tag, byte[] value) {
    tag(tag);
    out.writeBytes(integer(value.length));
    out.writeBytes(value);
  }

  private void tag(int tag) {
    out.writeBytes(shorts((short) (tag >>> 16), (short) tag));
  }

  private byte[] value(DicomElements.Element element) {
    Object value = element.value();
    if (value instanceof String text) {
      return padded(text.getBytes(StandardCharsets.US_ASCII), "UI".equals(element.vr()) ? 0 : ' ');
    }
    if (value instanceof int[] numbers) {
      short[] words = new short[numbers.length];
      for (int k = 0; k < words.length; k++) {
        words[k] = (short) numbers[k];
      }
      return shorts(words);
    }
    if (value instanceof short[] words) {
      return shorts(words);
    }
    if (value instanceof byte[] bytes) {
      return padded(bytes, 0);
    }
    if (value instanceof List<?> items) {
      return sequence(items);
    }
    throw new IllegalArgumentException("no encoding for " + value.getClass());
  }

  private byte[] sequence(List<?> items) {
    DicomEncoder inner = new DicomEncoder(explicit, order);
    for (Object item : items) {
      inner.item(ITEM, encode((DicomElements) item, explicit, order));
    }
    return inner.out.toByteArray();
  }

  /** Values have an even length. */
  private static byte[] padded(byte[] bytes, int filler) {
    if (bytes.length % 2 == 0) {
      return bytes;
    }
    byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = (byte) filler;
    return even;
  }

  private byte[] shorts(short... values) {
    byte[] bytes = new byte[2 * values.length];
    ByteBuffer.wrap(bytes).order(order).asShortBuffer().put(values);
    return bytes;
  }

  private byte[] integer(int value) {
    byte[] bytes = new byte[4];
    ByteBuffer.wrap(bytes).order(order).putInt(value);
    return bytes;
  }
}
