package org.ranklens.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.spi.IIORegistry;

/**
 * The classes of one library. A library that comes as jars gets a class loader of its own below the
 * platform's, so that the slf4j, guava and xerces it carries never meet ours; one that is on the
 * class path, as in Fiji, is used where it is.
 */
public final class PluginLoader {

  private final PluginLibrary library;
  private final ClassLoader classes;
  private final String where;
  private final Optional<String> version;
  private final boolean ours;

  private PluginLoader(
      PluginLibrary library,
      ClassLoader classes,
      String where,
      Optional<String> version,
      boolean ours) {
    this.library = library;
    this.classes = classes;
    this.where = where;
    this.version = version;
    this.ours = ours;
  }

  static Optional<PluginLoader> find(
      PluginLibrary library, ClassLoader application, List<Path> folders) throws IOException {
    Optional<PluginLoader> there = onClassPath(library, application);
    if (there.isPresent()) {
      return there;
    }
    Optional<JarFolder> folder = JarFolder.holding(library.className(), folders);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    // ImageIO searches the context class path at its first use: it must not see the library's.
    IIORegistry.getDefaultInstance();
    JarFolder jars = folder.get();
    ClassLoader loader =
        new URLClassLoader(
            library.option(),
            jars.urls().toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
    return Optional.of(
        new PluginLoader(library, loader, jars.main().toString(), jars.version(), true));
  }

  private static Optional<PluginLoader> onClassPath(
      PluginLibrary library, ClassLoader application) {
    try {
      Class<?> known = Class.forName(library.className(), false, application);
      Optional<String> version = Optional.ofNullable(known.getPackage().getImplementationVersion());
      return Optional.of(
          new PluginLoader(library, known.getClassLoader(), "the class path", version, false));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  public PluginLibrary library() {
    return library;
  }

  /** Returns the jar, or {@code the class path}. */
  public String where() {
    return where;
  }

  /** Returns the version that the jar's manifest names. */
  public Optional<String> version() {
    return version;
  }

  /** Returns whether nobody else in this process uses these classes, so that we may set them up. */
  public boolean ours() {
    return ours;
  }

  ClassLoader classes() {
    return classes;
  }

  PluginException unusable(String why, Throwable cause) {
    return new PluginException(library, where, why, cause);
  }
}
