package org.ranklens.plugin;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The jars of one folder, the one that holds the library first.
 *
 * @param main the jar that holds the class that was looked for
 * @param urls all jars of the folder, {@code main} first
 * @param version what the manifest of {@code main} says
 */
record JarFolder(Path main, List<URL> urls, Optional<String> version) {

  /** Returns the first folder with a jar that holds a class. */
  static Optional<JarFolder> holding(String className, List<Path> folders) throws IOException {
    String entry = className.replace('.', '/') + ".class";
    for (Path folder : withInner(folders)) {
      List<Path> jars = list(folder, path -> name(path).endsWith(".jar"));
      for (Path jar : jars) {
        Optional<JarFolder> found = look(jar, entry, jars);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<JarFolder> look(Path main, String entry, List<Path> jars)
      throws IOException {
    try (JarFile file = new JarFile(main.toFile())) {
      if (file.getEntry(entry) == null) {
        return Optional.empty();
      }
      Manifest manifest = file.getManifest();
      Optional<String> version =
          manifest == null
              ? Optional.empty()
              : Optional.ofNullable(
                  manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
      List<URL> urls = new ArrayList<>();
      urls.add(main.toUri().toURL());
      for (Path jar : jars) {
        if (!jar.equals(main)) {
          urls.add(jar.toUri().toURL());
        }
      }
      return Optional.of(new JarFolder(main, urls, version));
    } catch (IOException e) {
      throw new IOException(
          main + ": is no sound jar (" + e.getMessage() + "); fetch it again.", e);
    }
  }

  private static List<Path> withInner(List<Path> folders) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : folders) {
      all.add(folder);
      all.addAll(list(folder, Files::isDirectory));
    }
    return all;
  }

  private static List<Path> list(Path folder, java.util.function.Predicate<Path> wanted)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(wanted).sorted().toList();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
