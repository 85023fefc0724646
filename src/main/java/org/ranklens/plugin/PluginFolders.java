package org.ranklens.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the jars of absent libraries are looked for, in this order.
 *
 * @param folders the folders; one that does not exist is as good as empty
 */
public record PluginFolders(List<Path> folders) {

  public PluginFolders {
    folders = List.copyOf(folders);
  }

  /** Returns no folder at all. */
  public static PluginFolders none() {
    return new PluginFolders(List.of());
  }

  /** Returns one folder. */
  public static PluginFolders of(Path folder) {
    return new PluginFolders(List.of(folder));
  }
}
