package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ranklens.Execution;
import org.ranklens.PlainText;
import org.ranklens.ihc.IhcSettings;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Item;
import org.ranklens.study.Outcome;
import org.ranklens.study.StudyRun;
import org.ranklens.study.StudySettings;
import org.ranklens.study.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Scores one slide: cells, giant cells, positive percent, H-score, Allred, IRS.")
final class IhcCommand implements Callable<Integer> {

  private static final int LEAST_TILE = 64;
  private static final int MOST_TILE = 16_384;

  @Mixin private CommonOptions common;
  @Mixin private SlideArguments slideArguments;
  @Mixin private SettingsArgument settingsArgument;
  @Mixin private OutFolder out;

  @Parameters(paramLabel = "SLIDE", description = "The slide's file.")
  private Path slide;

  @Option(
      names = "--marker",
      required = true,
      paramLabel = "NAME",
      description = "What the DAB shows: RANK, RANKL or another name.")
  private String marker;

  @Option(
      names = "--roi",
      paramLabel = "FILE",
      description = "Regions scored by themselves: GeoJSON of QuPath or ImageJ's ROI zip.")
  private Path roi;

  @Option(
      names = "--tma",
      description = "The slide is a tissue microarray: find its cores and score each by itself.")
  private boolean tma;

  @Option(
      names = "--osteoid",
      description = "Look for osteoid and score the mononuclear cells near it by themselves.")
  private boolean osteoid;

  @Option(
      names = "--nucleus-model",
      paramLabel = "FILE",
      description = "An ONNX model that finds the nuclei; docs/nucleus-models.md.")
  private Path nucleusModel;

  @Option(
      names = "--tile-size",
      paramLabel = "N",
      description =
          "Edge of a tile in pixels of about 0.5 um; changes memory and time, never a result.")
  private Integer tileSize;

  @Option(
      names = "--skip-bad-tiles",
      description = "Leave out tiles that can't be read, and say so, instead of failing the slide.")
  private boolean skipBadTiles;

  @Override
  public Integer call() throws IOException {
    Execution execution = common.execution();
    StudySettings settings = settingsArgument.read();
    PluginFolders plugins = PluginFolders.of(common.pluginFolder());
    SlideOptions options = slideArguments.options(common.pluginFolder());
    Workplace workplace =
        Workplace.of(settings.withIhc(adapted(settings.ihc())), plugins, execution)
            .withSlides(options.reader(), options.pixelSizeMicrons());
    Outcome outcome = StudyRun.runOne(item(), out.folder(), workplace);
    if (outcome.good()) {
      common.sayWritten(out.folder().resolve("report.html"));
      return ExitCode.DONE;
    }
    Failures.say(outcome.reason());
    return ExitCode.INPUT_REFUSED;
  }

  private IhcSettings adapted(IhcSettings settings) {
    IhcSettings adapted = settings;
    if (tileSize != null) {
      if (tileSize < LEAST_TILE || tileSize > MOST_TILE) {
        throw new UsageException(
            "--tile-size must be from " + LEAST_TILE + " to " + MOST_TILE + ", not " + tileSize);
      }
      adapted = adapted.withTileSizePx(tileSize);
    }
    if (tma) {
      adapted = adapted.withRegions(adapted.regions().withTmaCores(true));
    }
    if (osteoid) {
      adapted = adapted.withRegions(adapted.regions().withOsteoid(true));
    }
    if (nucleusModel != null) {
      adapted = adapted.withNucleusModel(adapted.nucleusModel().withFile(nucleusModel.toString()));
    }
    return skipBadTiles ? adapted.withSkipBadTiles(true) : adapted;
  }

  private Item item() {
    String name = marker.strip();
    if (name.isEmpty() || !PlainText.isOneLine(name)) {
      throw new UsageException(
          "--marker must be a name on one line, such as RANK, not " + PlainText.quoted(marker));
    }
    return Item.slide(slide, name.toUpperCase(Locale.ROOT), Optional.ofNullable(roi));
  }
}
