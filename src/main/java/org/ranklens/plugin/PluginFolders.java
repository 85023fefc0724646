package org.ranklens.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the jars of absent libraries are looked for: on the class path, as in Fiji, then in these
 * folders and in the folders directly within them, in this order. What was found stays loaded, for
 * loading a large library costs a second.
 */
public final class PluginFolders {

  private final ClassLoader application;
  private final List<Path> folders;
  private final Map<PluginLibrary, PluginLoader> found = new EnumMap<>(PluginLibrary.class);

  /**
   * Looks in these folders.
   *
   * @param folders the folders; one that does not exist is as good as empty
   */
  public PluginFolders(List<Path> folders) {
    this(PluginFolders.class.getClassLoader(), folders);
  }

  /**
   * Looks among an application's classes, then in folders.
   *
   * @param application of the program that we are part of: Fiji's, when our own don't see it
   */
  public PluginFolders(ClassLoader application, List<Path> folders) {
    this.application = application;
    this.folders = List.copyOf(folders);
  }

  /** Returns no folder at all. */
  public static PluginFolders none() {
    return new PluginFolders(List.of());
  }

  /** Returns one folder. */
  public static PluginFolders of(Path folder) {
    return new PluginFolders(List.of(folder));
  }

  public List<Path> folders() {
    return folders;
  }

  /**
   * Returns the loader of a library, empty where the library is nowhere.
   *
   * @throws IOException where a folder can't be read
   */
  public synchronized Optional<PluginLoader> find(PluginLibrary library) throws IOException {
    PluginLoader loader = found.get(library);
    if (loader == null) {
      Optional<PluginLoader> searched = PluginLoader.find(library, application, folders);
      searched.ifPresent(there -> found.put(library, there));
      return searched;
    }
    return Optional.of(loader);
  }

  @Override
  public String toString() {
    return folders.toString();
  }
}
