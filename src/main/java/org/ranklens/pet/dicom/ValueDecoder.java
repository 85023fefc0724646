package org.ranklens.pet.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Bytes of an attribute into text or numbers, by its value representation (DICOM PS3.5, 6.2). */
final class ValueDecoder {

  private ValueDecoder() {}

  static String text(Element element, String characterSet) {
    if (size(element.vr()) > 0) {
      return Arrays.stream(numbers(element))
          .mapToObj(ValueDecoder::plain)
          .collect(Collectors.joining("\\"));
    }
    byte[] bytes = element.bytes();
    int end = bytes.length;
    // Padding is a blank, for UIDs a zero; both are met on all.
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    return new String(bytes, 0, end, charset(element.vr(), characterSet)).trim();
  }

  static double[] numbers(Element element) {
    ByteBuffer bytes =
        ByteBuffer.wrap(element.bytes())
            .order(element.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return switch (element.vr()) {
      case "US", "OW", "AT" -> series(bytes, 2, b -> Short.toUnsignedInt(b.getShort()));
      case "SS" -> series(bytes, 2, ByteBuffer::getShort);
      case "UL", "OL" -> series(bytes, 4, b -> Integer.toUnsignedLong(b.getInt()));
      case "SL" -> series(bytes, 4, ByteBuffer::getInt);
      case "FL", "OF" -> series(bytes, 4, ByteBuffer::getFloat);
      case "FD", "OD" -> series(bytes, 8, ByteBuffer::getDouble);
      case "UV", "OV", "SV" -> series(bytes, 8, ByteBuffer::getLong);
      case "OB" -> series(bytes, 1, b -> Byte.toUnsignedInt(b.get()));
      default -> decimals(text(element, ""));
    };
  }

  /** Bytes of one number of a binary representation, 0 where it is none. */
  static int size(String vr) {
    return switch (vr) {
      case "OB" -> 1;
      case "US", "OW", "AT", "SS" -> 2;
      case "UL", "OL", "SL", "FL", "OF" -> 4;
      case "FD", "OD", "UV", "OV", "SV" -> 8;
      default -> 0;
    };
  }

  private interface Take {
    double from(ByteBuffer bytes);
  }

  private static double[] series(ByteBuffer bytes, int size, Take take) {
    double[] numbers = new double[bytes.remaining() / size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = take.from(bytes);
    }
    return numbers;
  }

  private static double[] decimals(String text) {
    if (text.isEmpty()) {
      return new double[0];
    }
    String[] parts = text.split("\\\\", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = decimal(parts[i].trim());
    }
    return numbers;
  }

  /** Java takes "NaN", "1f" and "0x1p3" for numbers; DICOM's decimal strings know none of them. */
  private static double decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException(text);
      }
    }
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** Whether (0008,0005) tells how its letters are written. */
  static boolean isExtended(String vr) {
    return switch (vr) {
      case "LO", "LT", "PN", "SH", "ST", "UC", "UT" -> true;
      default -> false;
    };
  }

  private static Charset charset(String vr, String characterSet) {
    if (!isExtended(vr)) {
      return StandardCharsets.ISO_8859_1;
    }
    // Names of ISO IR sets in PS3.3 C.12.1.1.2; the first of several is the one in use at first.
    String name = characterSet.split("\\\\", -1)[0].trim();
    return switch (name) {
      case "ISO_IR 192" -> StandardCharsets.UTF_8;
      case "ISO_IR 101" -> Charset.forName("ISO-8859-2");
      case "ISO_IR 109" -> Charset.forName("ISO-8859-3");
      case "ISO_IR 110" -> Charset.forName("ISO-8859-4");
      case "ISO_IR 144" -> Charset.forName("ISO-8859-5");
      case "ISO_IR 127" -> Charset.forName("ISO-8859-6");
      case "ISO_IR 126" -> Charset.forName("ISO-8859-7");
      case "ISO_IR 138" -> Charset.forName("ISO-8859-8");
      case "ISO_IR 148" -> Charset.forName("ISO-8859-9");
      case "GB18030", "GBK" -> Charset.forName("GB18030");
      default -> StandardCharsets.ISO_8859_1;
    };
  }
}
