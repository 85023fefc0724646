package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.plugin.PluginBinder;
import org.ranklens.plugin.PluginBinding;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;
import org.ranklens.plugin.PluginLoader;

/** Bio-Formats, bound: makes readers and translates its units. */
final class BioFormats {

  /** Static methods of Bio-Formats' {@code MetadataTools}. */
  interface Stores {
    Object createOMEXMLMetadata() throws IOException;
  }

  /** Static methods of its {@code FormatTools}. */
  interface PixelTypes {
    String getPixelTypeString(int type) throws IOException;
  }

  /** Static methods of its {@code DebugTools}. */
  interface Logging {
    void setRootLevel(String level) throws IOException;
  }

  private static final Byte WHITE = (byte) 0xff;
  private static final String READER = "loci.formats.ImageReader";

  private final PluginBinder binder;
  private final PluginBinding<BioFormatsReader> readers;
  private final PluginBinding<BioFormatsMetadata> metadata;
  private final PluginBinding<BioFormatsLength> lengths;
  private final Stores stores;
  private final PixelTypes pixelTypes;

  private BioFormats(PluginLoader loader) throws IOException {
    binder = new PluginBinder(loader);
    readers = binder.resolve(BioFormatsReader.class, "loci.formats.IFormatReader");
    metadata = binder.resolve(BioFormatsMetadata.class, "loci.formats.meta.MetadataRetrieve");
    lengths = binder.resolve(BioFormatsLength.class, "ome.units.quantity.Length");
    stores = binder.resolve(Stores.class, "loci.formats.MetadataTools").statics();
    pixelTypes = binder.resolve(PixelTypes.class, "loci.formats.FormatTools").statics();
    Logging logging = binder.resolve(Logging.class, "loci.common.DebugTools").statics();
    binder.check();
    if (loader.ours()) {
      // Its logback would otherwise write debugging lines to standard output.
      logging.setRootLevel("OFF");
    }
  }

  /** Returns Bio-Formats, empty where it is nowhere. */
  static Optional<BioFormats> in(PluginFolders folders) throws IOException {
    Optional<PluginLoader> loader = folders.find(PluginLibrary.BIOFORMATS);
    return loader.isEmpty() ? Optional.empty() : Optional.of(new BioFormats(loader.get()));
  }

  /** A reader and what it found in the file's metadata. */
  record Opened(BioFormatsReader reader, BioFormatsMetadata metadata) {}

  /**
   * Opens a file.
   *
   * @param group whether neighbouring files may belong to the slide, as DICOM has it
   */
  Opened open(Path file, boolean group) throws IOException {
    BioFormatsReader reader = readers.to(binder.create(READER));
    try {
      Object store = stores.createOMEXMLMetadata();
      reader.setFlattenedResolutions(false);
      reader.setGroupFiles(group);
      reader.setOriginalMetadataPopulated(false);
      reader.setMetadataStore(store);
      reader.setFillColor(WHITE);
      reader.setId(file.toAbsolutePath().toString());
      return new Opened(reader, metadata.to(store));
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Returns the name of a pixel type: {@code uint8}, {@code uint16}... */
  String pixelType(int type) throws IOException {
    return pixelTypes.getPixelTypeString(type);
  }

  /**
   * Translates a length into micrometres.
   *
   * @param length OME's, or null
   */
  OptionalDouble microns(Object length) throws IOException {
    if (length == null) {
      return OptionalDouble.empty();
    }
    Number value = lengths.to(length).value(binder.constant("ome.units.UNITS", "MICROMETER"));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }
}
