package org.ranklens.pet.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes small DICOM files for tests: explicit or implicit little endian, or explicit big endian.
 */
public final class DicomWriter {

  private final TreeMap<Integer, Object> elements = new TreeMap<>(Integer::compareUnsigned);
  private final TreeMap<Integer, String> representations = new TreeMap<>();
  private TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
  private boolean undefinedLengths;

  /** Sets a text, or the numbers of a binary attribute as text. */
  public DicomWriter set(Tag tag, String value) {
    return set(tag.number(), tag.vr(), value);
  }

  /** Sets an attribute by number, private ones for example. */
  public DicomWriter set(int number, String vr, String value) {
    representations.put(number, vr);
    elements.put(number, value);
    return this;
  }

  /** Sets a sequence of one item, or adds an item to it. */
  public DicomWriter item(Tag tag, Consumer<DicomWriter> fill) {
    DicomWriter item = new DicomWriter();
    fill.accept(item);
    items(tag).add(item);
    return this;
  }

  /** Changes the first item of a sequence. */
  public DicomWriter inItem(Tag tag, Consumer<DicomWriter> change) {
    change.accept(items(tag).get(0));
    return this;
  }

  /** Takes an attribute away. */
  public DicomWriter remove(Tag tag) {
    elements.remove(tag.number());
    return this;
  }

  /** Sets 16-bit pixels. */
  public DicomWriter pixels(short[] values) {
    representations.put(Tag.PIXEL_DATA.number(), "OW");
    elements.put(Tag.PIXEL_DATA.number(), values.clone());
    return this;
  }

  /** Sets compressed pixels of one frame, in one fragment behind an empty table. */
  DicomWriter fragment(byte[] stream) {
    representations.put(Tag.PIXEL_DATA.number(), "OB");
    elements.put(Tag.PIXEL_DATA.number(), stream.clone());
    return this;
  }

  DicomWriter syntax(TransferSyntax other) {
    syntax = other;
    return this;
  }

  /** Sequences and items are written without lengths. */
  public DicomWriter undefinedLengths() {
    undefinedLengths = true;
    return this;
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    Files.write(file, bytes());
  }

  /** Returns the file's bytes. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[128]);
    out.write("DICM".getBytes(StandardCharsets.US_ASCII));
    DicomWriter meta = new DicomWriter().set(Tag.TRANSFER_SYNTAX_UID, syntax.uid());
    meta.writeElements(out, true, ByteOrder.LITTLE_ENDIAN, false);
    writeElements(
        out,
        syntax.explicitVr(),
        syntax.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
        undefinedLengths);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private List<DicomWriter> items(Tag tag) {
    representations.put(tag.number(), "SQ");
    return (List<DicomWriter>)
        elements.computeIfAbsent(tag.number(), key -> new ArrayList<DicomWriter>());
  }

  private void writeElements(
      ByteArrayOutputStream out, boolean explicit, ByteOrder order, boolean undefined)
      throws IOException {
    for (var entry : elements.entrySet()) {
      String vr = representations.get(entry.getKey());
      byte[] value = value(entry.getValue(), vr, explicit, order, undefined);
      boolean open = (vr.equals("SQ") && undefined) || entry.getValue() instanceof byte[];
      out.write(header(entry.getKey(), vr, open ? -1 : value.length, explicit, order));
      out.write(value);
      if (open) {
        out.write(header(0xFFFEE0DD, "", 0, false, order));
      }
    }
  }

  private static byte[] value(
      Object value, String vr, boolean explicit, ByteOrder order, boolean undefined)
      throws IOException {
    if (value instanceof List<?> items) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (Object item : items) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ((DicomWriter) item).writeElements(body, explicit, order, undefined);
        out.write(header(0xFFFEE000, "", undefined ? -1 : body.size(), false, order));
        out.write(body.toByteArray());
        if (undefined) {
          out.write(header(0xFFFEE00D, "", 0, false, order));
        }
      }
      return out.toByteArray();
    }
    if (value instanceof byte[] stream) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(header(0xFFFEE000, "", 0, false, order));
      out.write(header(0xFFFEE000, "", stream.length + stream.length % 2, false, order));
      out.write(stream);
      out.write(new byte[stream.length % 2]);
      return out.toByteArray();
    }
    if (value instanceof short[] cells) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * cells.length).order(order);
      bytes.asShortBuffer().put(cells);
      return bytes.array();
    }
    return text((String) value, vr, order);
  }

  private static byte[] text(String value, String vr, ByteOrder order) {
    if (vr.equals("US")) {
      return ByteBuffer.allocate(2).order(order).putShort(Short.parseShort(value)).array();
    }
    if (vr.equals("FD")) {
      return ByteBuffer.allocate(8).order(order).putDouble(Double.parseDouble(value)).array();
    }
    String padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
    return padded.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] header(
      int number, String vr, int length, boolean explicit, ByteOrder order) {
    ByteBuffer header = ByteBuffer.allocate(12).order(order);
    header.putShort((short) (number >>> 16)).putShort((short) number);
    if (!explicit || vr.isEmpty()) {
      header.putInt(length);
    } else {
      header.put(vr.getBytes(StandardCharsets.US_ASCII));
      if (vr.equals("SQ") || vr.equals("OW") || vr.equals("OB") || vr.equals("UN")) {
        header.putShort((short) 0).putInt(length);
      } else {
        header.putShort((short) length);
      }
    }
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    return bytes;
  }
}
