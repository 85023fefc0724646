package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * dcm4che's parser. It reads the attributes; the pixels are decoded as ever, for dcm4che's codecs
 * go through ImageIO's global registry.
 */
final class Dcm4cheReader implements DicomReader {

  private final Dcm4cheLibrary library;

  Dcm4cheReader(Dcm4cheLibrary library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "dcm4che " + library.version();
  }

  @Override
  public DicomFile read(Path file) throws IOException {
    DicomParser.requireDicom(file);
    try {
      return parse(file);
    } catch (IOException | RuntimeException e) {
      // The embedded parser's message names tag and offset; where it finds nothing wrong, dcm4che's
      // own has to do.
      DicomReader.embedded().read(file);
      throw new IOException(file + ": dcm4che can't read it: " + e.getMessage() + ".", e);
    }
  }

  private DicomFile parse(Path file) throws IOException {
    Dcm4cheLibrary.Stream stream = library.open(file.toFile());
    try {
      stream.readFileMetaInformation();
      long start = stream.getPosition();
      DataSet set =
          dataSet(file.toString(), library.attributes(stream.readDatasetUntilPixelData()));
      String syntax = stream.getTransferSyntax();
      PixelLocation pixels = PixelLocation.none();
      if (stream.tag() == Tag.PIXEL_DATA.number()) {
        pixels = locate(file, syntax, start, stream.getPosition(), stream.length());
      }
      return new DicomFile(file, set, syntax, pixels);
    } finally {
      stream.close();
    }
  }

  private DataSet dataSet(String source, Dcm4cheLibrary.Attributes attributes) throws IOException {
    boolean littleEndian = !attributes.bigEndian();
    Map<Integer, Element> elements = new HashMap<>();
    for (int number : attributes.tags()) {
      if (Tag.of(number).isEmpty() && !PrivateTags.concerns(number)) {
        continue;
      }
      String vr = attributes.getVR(number).toString();
      if (vr.equals("SQ")) {
        List<DataSet> items = new ArrayList<>();
        Object sequence = attributes.getSequence(number);
        if (sequence != null) {
          for (Dcm4cheLibrary.Attributes item : library.items(sequence)) {
            items.add(dataSet(source, item));
          }
        }
        elements.put(number, Element.sequence(items));
        continue;
      }
      byte[] told = attributes.getBytes(number);
      byte[] value = told == null ? new byte[0] : told;
      elements.put(
          number,
          Element.value(
              KnownRepresentations.toDecode(number, vr, value.length), value, littleEndian));
    }
    return new DataSet(source, PrivateTags.resolve(elements));
  }

  private static PixelLocation locate(Path file, String uid, long start, long position, int length)
      throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteWindow bytes = new ByteWindow(channel);
      if (TransferSyntax.of(uid) == TransferSyntax.DEFLATED) {
        // Its positions count on behind the file meta information; ours begin anew there.
        bytes.seek(start);
        bytes = Inflater.inflate(file, bytes);
        position -= start;
      }
      bytes.seek(position);
      return PixelLocator.locate(file.toString(), bytes, length);
    }
  }
}
