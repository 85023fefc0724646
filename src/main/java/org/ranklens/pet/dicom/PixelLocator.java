package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds where the pixels of a data set lie, behind their element's header. */
final class PixelLocator {

  private PixelLocator() {}

  /**
   * The pixels of a data set that somebody else parsed, the window standing behind their header.
   */
  static PixelLocation locate(String source, ByteWindow bytes, int length) throws IOException {
    ElementHeaders headers = new ElementHeaders(source, bytes);
    ElementHeaders.Header header =
        new ElementHeaders.Header(
            Tag.PIXEL_DATA.number(), bytes.position(), "OW", Integer.toUnsignedLong(length));
    headers.backTo(header);
    try {
      return of(headers, header);
    } catch (EOFException e) {
      throw headers.truncated(e);
    }
  }

  /** Native pixels are one stretch; encapsulated ones are items, of which the first is a table. */
  static PixelLocation of(ElementHeaders headers, ElementHeaders.Header header) throws IOException {
    if (header.length() != ElementHeaders.UNDEFINED) {
      PixelLocation.Stretch whole =
          new PixelLocation.Stretch(headers.bytes.position(), header.length());
      headers.skip(header.length());
      return new PixelLocation(whole, List.of());
    }
    List<PixelLocation.Stretch> items = new ArrayList<>();
    while (true) {
      ElementHeaders.Header item = headers.next(false);
      if (item.tag() == ElementHeaders.SEQUENCE_END) {
        break;
      }
      if (item.tag() != ElementHeaders.ITEM) {
        throw headers.damaged("stands where a fragment of the pixels should be");
      }
      items.add(new PixelLocation.Stretch(headers.bytes.position(), item.length()));
      headers.skip(item.length());
    }
    if (items.size() < 2) {
      throw headers.damaged("ends pixels that have no fragment");
    }
    return new PixelLocation(items.get(0), items.subList(1, items.size()));
  }
}
