package org.ranklens.ihc.slide;

import java.util.Objects;
import java.util.OptionalDouble;
import org.ranklens.plugin.PluginFolders;

/**
 * How a slide is opened.
 *
 * @param reader which reader
 * @param pixelSizeMicrons replaces what the file says, in micrometres
 * @param plugins where Bio-Formats is looked for
 * @param skipBadTiles whether a tile that can't be decoded is left white and counted in {@link
 *     Slide#leftOut}, instead of failing the region
 * @param keepTiles whether tiles that were decoded last are kept, for work that reads them again:
 *     keeping takes some time, so what reads a slide once is faster without
 */
public record SlideOptions(
    ReaderChoice reader,
    OptionalDouble pixelSizeMicrons,
    PluginFolders plugins,
    boolean skipBadTiles,
    boolean keepTiles) {

  public SlideOptions {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(plugins, "plugins");
    if (pixelSizeMicrons.isPresent() && !(pixelSizeMicrons.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a pixel size is above 0 micrometres");
    }
  }

  /** Options by which a tile that can't be decoded fails its region, and none is kept. */
  public SlideOptions(ReaderChoice reader, OptionalDouble pixelSizeMicrons, PluginFolders plugins) {
    this(reader, pixelSizeMicrons, plugins, false, false);
  }

  /** Returns the same that leave bad tiles out or not. */
  public SlideOptions withSkipBadTiles(boolean skip) {
    return new SlideOptions(reader, pixelSizeMicrons, plugins, skip, keepTiles);
  }

  /** Returns the same that keep the tiles which were decoded last. */
  public SlideOptions keepingTiles() {
    return new SlideOptions(reader, pixelSizeMicrons, plugins, skipBadTiles, true);
  }

  /** Returns the pixel size that was given, else what the file says. */
  PixelSize pixelSize(PixelSize said) {
    return pixelSizeMicrons.isPresent() ? PixelSize.given(pixelSizeMicrons.getAsDouble()) : said;
  }

  /** Returns automatic choice, the file's pixel size, no plugins. */
  public static SlideOptions defaults() {
    return new SlideOptions(ReaderChoice.AUTO, OptionalDouble.empty(), PluginFolders.none());
  }
}
