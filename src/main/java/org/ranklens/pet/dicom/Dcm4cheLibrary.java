package org.ranklens.pet.dicom;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.ranklens.plugin.PluginBinder;
import org.ranklens.plugin.PluginBinding;
import org.ranklens.plugin.PluginLoader;

/** The part of dcm4che-core that reads a data set, bound at run time, in JDK types. */
final class Dcm4cheLibrary {

  /** Static methods of {@code org.dcm4che3.io.DicomInputStream}. */
  interface Streams {
    Object createWithLimitFromFileLength(File file) throws IOException;
  }

  /** An {@code org.dcm4che3.io.DicomInputStream}. */
  interface Stream {
    Object readFileMetaInformation() throws IOException;

    Object readDatasetUntilPixelData() throws IOException;

    String getTransferSyntax() throws IOException;

    long getPosition() throws IOException;

    int tag() throws IOException;

    int length() throws IOException;

    void close() throws IOException;
  }

  /** An {@code org.dcm4che3.data.Attributes}. */
  interface Attributes {
    int[] tags() throws IOException;

    Object getVR(int tag) throws IOException;

    byte[] getBytes(int tag) throws IOException;

    Object getSequence(int tag) throws IOException;

    boolean bigEndian() throws IOException;
  }

  private static final String STREAM = "org.dcm4che3.io.DicomInputStream";

  private final Streams streams;
  private final PluginBinding<Stream> stream;
  private final PluginBinding<Attributes> attributes;
  private final String version;

  private Dcm4cheLibrary(
      Streams streams,
      PluginBinding<Stream> stream,
      PluginBinding<Attributes> attributes,
      String version) {
    this.streams = streams;
    this.stream = stream;
    this.attributes = attributes;
    this.version = version;
  }

  /**
   * Binds the library.
   *
   * @throws IOException where it lacks what we need: one message lists all of it
   */
  static Dcm4cheLibrary bind(PluginLoader loader) throws IOException {
    PluginBinder binder = new PluginBinder(loader);
    PluginBinding<Streams> streams = binder.resolve(Streams.class, STREAM);
    PluginBinding<Stream> stream = binder.resolve(Stream.class, STREAM);
    PluginBinding<Attributes> attributes =
        binder.resolve(Attributes.class, "org.dcm4che3.data.Attributes");
    binder.check();
    return new Dcm4cheLibrary(
        streams.statics(), stream, attributes, loader.version().orElse("of unknown version"));
  }

  String version() {
    return version;
  }

  Stream open(File file) throws IOException {
    return stream.to(streams.createWithLimitFromFileLength(file));
  }

  Attributes attributes(Object theirs) {
    return attributes.to(theirs);
  }

  List<Attributes> items(Object sequence) {
    return ((List<?>) sequence).stream().map(this::attributes).toList();
  }
}
