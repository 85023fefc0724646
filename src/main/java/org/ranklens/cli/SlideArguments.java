package org.ranklens.cli;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.plugin.PluginFolders;
import picocli.CommandLine.Option;

/** How a slide is opened: the options of every command that takes one. */
final class SlideArguments {

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description = "auto, tiff or bioformats (default: auto).")
  private ReaderChoice reader = ReaderChoice.AUTO;

  @Option(
      names = "--pixel-size-um",
      paramLabel = "X",
      description = "Edge of a pixel in micrometres; replaces what the file says.")
  private Double pixelSizeMicrons;

  SlideOptions options(Path pluginFolder) {
    if (pixelSizeMicrons != null && !(pixelSizeMicrons > 0)) {
      throw new UsageException("--pixel-size-um must be above 0, not " + pixelSizeMicrons);
    }
    return new SlideOptions(
        reader,
        pixelSizeMicrons == null ? OptionalDouble.empty() : OptionalDouble.of(pixelSizeMicrons),
        PluginFolders.of(pluginFolder));
  }
}
