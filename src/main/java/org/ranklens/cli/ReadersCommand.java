package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ranklens.plugin.PluginCatalog;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginInstaller;
import org.ranklens.plugin.PluginLibrary;
import org.ranklens.plugin.PluginStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Says which readers are there, their versions, and where to put a missing one.",
      "With --install, fetches one into the plugins folder."
    })
final class ReadersCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--install",
      paramLabel = "NAME",
      description = "Fetch bioformats or dcm4che into the plugins folder.")
  private String install;

  @Override
  public Integer call() throws IOException {
    Path folder = common.pluginFolder();
    if (install != null) {
      Path pom = Path.of(System.getProperty("ranklens.home", "."), "plugins", "pom.xml");
      Path installed =
          new PluginInstaller(pom, common.execution().progress()).install(library(), folder);
      System.out.println("installed " + installed);
    }
    System.out.println("embedded: TIFF, BigTIFF, SVS, OME-TIFF, PNG, JPEG; DICOM PET and CT");
    for (PluginStatus status : PluginCatalog.of(PluginFolders.of(folder))) {
      System.out.println(line(status));
    }
    return ExitCode.DONE;
  }

  private PluginLibrary library() {
    for (PluginLibrary library : PluginLibrary.values()) {
      if (library.option().equalsIgnoreCase(install)) {
        return library;
      }
    }
    String known =
        Arrays.stream(PluginLibrary.values())
            .map(PluginLibrary::option)
            .collect(Collectors.joining(" or "));
    throw new UsageException("--install takes " + known + ", not " + install);
  }

  private static String line(PluginStatus status) {
    String title = status.library().title();
    if (!status.found()) {
      return title + ": not there. " + status.advice();
    }
    return title
        + status.version().map(version -> " " + version).orElse("")
        + ": "
        + status.where().orElse("")
        + (status.advice().isEmpty() ? "" : "; " + status.advice());
  }
}
