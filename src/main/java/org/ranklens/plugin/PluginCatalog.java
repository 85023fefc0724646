package org.ranklens.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of the absent libraries are there: the data of {@code ranklens readers}. */
public final class PluginCatalog {

  private PluginCatalog() {}

  /** Returns the status of every library, in the order of {@link PluginLibrary}. */
  public static List<PluginStatus> of(PluginFolders folders) {
    List<PluginStatus> all = new ArrayList<>();
    for (PluginLibrary library : PluginLibrary.values()) {
      all.add(status(library, folders));
    }
    return all;
  }

  private static PluginStatus status(PluginLibrary library, PluginFolders folders) {
    try {
      Optional<PluginLoader> loader = folders.find(library);
      if (loader.isPresent()) {
        return new PluginStatus(
            library, loader.get().version(), Optional.of(loader.get().where()), "");
      }
    } catch (IOException e) {
      return absent(library, e.getMessage());
    }
    String looked =
        folders.folders().isEmpty() ? "" : " It was looked for in " + names(folders) + ".";
    return absent(library, "To get it, " + library.remedy() + "." + looked);
  }

  private static PluginStatus absent(PluginLibrary library, String advice) {
    return new PluginStatus(library, Optional.empty(), Optional.empty(), advice);
  }

  private static String names(PluginFolders folders) {
    return String.join(
        ", ",
        folders.folders().stream().map(folder -> folder.toAbsolutePath().toString()).toList());
  }
}
