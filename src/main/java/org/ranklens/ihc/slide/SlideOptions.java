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
 */
public record SlideOptions(
    ReaderChoice reader, OptionalDouble pixelSizeMicrons, PluginFolders plugins) {

  public SlideOptions {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(plugins, "plugins");
    if (pixelSizeMicrons.isPresent() && !(pixelSizeMicrons.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a pixel size is above 0 micrometres");
    }
  }

  /** Returns automatic choice, the file's pixel size, no plugins. */
  public static SlideOptions defaults() {
    return new SlideOptions(ReaderChoice.AUTO, OptionalDouble.empty(), PluginFolders.none());
  }
}
