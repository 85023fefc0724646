package org.ranklens.ihc.slide;

import java.util.HashMap;
import java.util.Map;

/**
 * Sources of a library with the names of Bio-Formats: a macro picture of 20 x 20 and a slide of 8 x
 * 6 with a second resolution, whose sample at x, y of channel c is x + 10 y + 80 c.
 */
final class FakeBioFormats {

  private static final String PYRAMIDS =
      """
      void setFlattenedResolutions(boolean flattened);
      int getResolutionCount();
      void setResolution(int resolution);
      """;

  private FakeBioFormats() {}

  static Map<String, String> sources(boolean interleaved, int bytes, boolean little) {
    Map<String, String> sources = new HashMap<>();
    sources.put("loci.formats.FormatException", FORMAT_EXCEPTION);
    sources.put("loci.formats.IFormatReader", INTERFACE.replace("PYRAMIDS", PYRAMIDS));
    sources.put(
        "loci.formats.ImageReader",
        READER
            .replace("INTERLEAVED", String.valueOf(interleaved))
            .replace("BYTES", String.valueOf(bytes))
            .replace("LITTLE", String.valueOf(little))
            .replace("ON_OPENING", "")
            .replace("ON_READING", ""));
    sources.put("loci.formats.meta.MetadataStore", STORE);
    sources.put("loci.formats.meta.MetadataRetrieve", RETRIEVE);
    sources.put("loci.formats.MetadataTools", METADATA);
    sources.put("loci.formats.FormatTools", TOOLS);
    sources.put("loci.common.DebugTools", LOGGING);
    sources.put("ome.units.UNITS", UNITS);
    sources.put("ome.units.quantity.Length", LENGTH);
    return sources;
  }

  static Map<String, String> withoutPyramids() {
    Map<String, String> sources = sources(true, 1, true);
    sources.put("loci.formats.IFormatReader", INTERFACE.replace("PYRAMIDS", ""));
    return sources;
  }

  static Map<String, String> failing() {
    return onOpening("throw new FormatException(\"no pixel data here\");");
  }

  /** A slide of 200 x 100 whose tiles of 64 can't be read from x 128 on. */
  static Map<String, String> withBadTiles() {
    Map<String, String> sources = sources(true, 1, true);
    sources.computeIfPresent(
        "loci.formats.ImageReader",
        (name, reader) ->
            reader
                .replace("(8 >> resolution) - series + 1", "(200 >> resolution) - series + 1")
                .replace("6 >> resolution", "100 >> resolution")
                .replace(
                    "byte[] bytes",
                    "if (resolution == 0 && left + w > 128 && top < 64)"
                        + " throw new ArrayIndexOutOfBoundsException(\"Index 9 of 8\");"
                        + " byte[] bytes"));
    return sources;
  }

  static Map<String, String> incomplete() {
    return onOpening("throw new NoClassDefFoundError(\"ome/xml/model/OME\");");
  }

  private static Map<String, String> onOpening(String statement) {
    Map<String, String> sources = sources(true, 1, true);
    sources.put(
        "loci.formats.ImageReader",
        READER
            .replace("INTERLEAVED", "true")
            .replace("BYTES", "1")
            .replace("LITTLE", "true")
            .replace("ON_OPENING", "if (id != null) " + statement)
            .replace("ON_READING", ""));
    return sources;
  }

  private static final String FORMAT_EXCEPTION =
      """
      package loci.formats;
      public class FormatException extends Exception {
        public FormatException(String message) { super(message); }
      }
      """;

  private static final String INTERFACE =
      """
      package loci.formats;
      import java.io.IOException;
      public interface IFormatReader extends java.io.Closeable {
        PYRAMIDS
        void setGroupFiles(boolean group);
        void setOriginalMetadataPopulated(boolean populated);
        void setMetadataStore(loci.formats.meta.MetadataStore store);
        void setId(String id) throws FormatException, IOException;
        String getFormat();
        int getSeriesCount();
        void setSeries(int series);
        int getSizeX();
        int getSizeY();
        int getSizeZ();
        int getEffectiveSizeC();
        int getRGBChannelCount();
        int getPixelType();
        int getBitsPerPixel();
        boolean isIndexed();
        boolean isFalseColor();
        boolean isInterleaved();
        boolean isLittleEndian();
        boolean isThumbnailSeries();
        int getOptimalTileWidth();
        int getOptimalTileHeight();
        String[] getUsedFiles();
        int getIndex(int z, int c, int t);
        byte[] openBytes(int no, int x, int y, int w, int h) throws FormatException, IOException;
      }
      """;

  private static final String READER =
      """
      package loci.formats;
      import java.io.IOException;
      public class ImageReader implements IFormatReader {
        private boolean flattened = true;
        private boolean group = true;
        private int series;
        private int resolution;
        public void setFlattenedResolutions(boolean value) { flattened = value; }
        public int getResolutionCount() { return flattened || series != 1 ? 1 : 2; }
        public void setResolution(int value) { resolution = value; }
        public void setGroupFiles(boolean value) { group = value; }
        public void setOriginalMetadataPopulated(boolean populated) {}
        public void setMetadataStore(loci.formats.meta.MetadataStore store) {}
        public void setId(String id) throws FormatException, IOException { ON_OPENING }
        public String getFormat() { return group ? "Fake" : "Fake, alone"; }
        public int getSeriesCount() { return 3; }
        public void setSeries(int value) { series = value; resolution = 0; }
        public int getSizeX() { return series == 0 ? 20 : (8 >> resolution) - series + 1; }
        public int getSizeY() { return series == 0 ? 20 : 6 >> resolution; }
        public int getSizeZ() { return 1; }
        public int getEffectiveSizeC() { return 1; }
        public int getRGBChannelCount() { return 3; }
        public int getPixelType() { return BYTES; }
        public int getBitsPerPixel() { return 8 * BYTES; }
        public boolean isIndexed() { return false; }
        public boolean isFalseColor() { return false; }
        public boolean isInterleaved() { return INTERLEAVED; }
        public boolean isLittleEndian() { return LITTLE; }
        public boolean isThumbnailSeries() { return false; }
        public int getOptimalTileWidth() { return 64; }
        public int getOptimalTileHeight() { return 64; }
        public String[] getUsedFiles() { return new String[0]; }
        public int getIndex(int z, int c, int t) { return 0; }
        public byte[] openBytes(int no, int left, int top, int w, int h) {
          ON_READING
          byte[] bytes = new byte[3 * w * h * BYTES];
          for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
              for (int c = 0; c < 3; c++) {
                int at = INTERLEAVED ? 3 * (y * w + x) + c : (c * h + y) * w + x;
                int upper = LITTLE ? BYTES - 1 : 0;
                bytes[BYTES * at + upper] = (byte) (left + x + 10 * (top + y) + 80 * c);
              }
            }
          }
          return bytes;
        }
        public void close() {}
      }
      """;

  private static final String STORE =
      "package loci.formats.meta; public interface MetadataStore {}";

  private static final String RETRIEVE =
      """
      package loci.formats.meta;
      import ome.units.quantity.Length;
      public interface MetadataRetrieve {
        String getImageName(int image);
        Length getPixelsPhysicalSizeX(int image);
        Length getPixelsPhysicalSizeY(int image);
        String getObjectiveSettingsID(int image);
        int getInstrumentCount();
        int getObjectiveCount(int instrument);
        String getObjectiveID(int instrument, int objective);
        Double getObjectiveNominalMagnification(int instrument, int objective);
      }
      """;

  private static final String METADATA =
      """
      package loci.formats;
      import ome.units.quantity.Length;
      public class MetadataTools {
        public static Object createOMEXMLMetadata() { return new Metadata(); }
        public static class Metadata
            implements loci.formats.meta.MetadataStore, loci.formats.meta.MetadataRetrieve {
          public String getImageName(int image) { return image == 0 ? "macro image" : ""; }
          public Length getPixelsPhysicalSizeX(int image) {
            return image == 0 ? null : new Length();
          }
          public Length getPixelsPhysicalSizeY(int image) { return getPixelsPhysicalSizeX(image); }
          public String getObjectiveSettingsID(int image) { return "Objective:0:1"; }
          public int getInstrumentCount() { return 1; }
          public int getObjectiveCount(int instrument) { return 2; }
          public String getObjectiveID(int instrument, int i) { return "Objective:0:" + i; }
          public Double getObjectiveNominalMagnification(int instrument, int i) {
            return i == 0 ? 1.25 : 40.0;
          }
        }
      }
      """;

  private static final String TOOLS =
      """
      package loci.formats;
      public class FormatTools {
        public static String getPixelTypeString(int type) { return "uint" + 8 * type; }
      }
      """;

  private static final String LOGGING =
      """
      package loci.common;
      public class DebugTools {
        public static synchronized void setRootLevel(String level) {}
      }
      """;

  private static final String UNITS =
      """
      package ome.units;
      public class UNITS {
        public static final Object MICROMETER = "um";
      }
      """;

  private static final String LENGTH =
      """
      package ome.units.quantity;
      public class Length {
        public Number value() { return 0.00025; }
        public Number value(Object unit) { return "um".equals(unit) ? 0.25 : 0.00025; }
      }
      """;
}
