package org.ranklens.fiji;

import ij.IJ;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A fresh ImageJ folder over which the zip was unpacked, and how ImageJ is started on it. */
final class ImageJFolder {

  private static final Path DEBIAN = Path.of("/usr/share/java/ij.jar");

  private final Path folder;

  private ImageJFolder(Path folder) {
    this.folder = folder;
  }

  static ImageJFolder unpack(Path folder) throws IOException {
    Path zip = Path.of(System.getProperty("ranklens.fiji.zip"));
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path to = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(in, to);
        }
      }
    }
    return new ImageJFolder(folder);
  }

  Path path() {
    return folder;
  }

  /** Puts a jar where Fiji keeps its libraries. */
  void addLibrary(Path jar) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    Files.copy(jar, jars.resolve(jar.getFileName()));
  }

  /** ImageJ's own jar: the one we are built against. */
  static Path imageJ() throws IOException {
    try {
      return Path.of(IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Debian's ImageJ, which is older; missing where it isn't installed. */
  static Path debianImageJ() {
    return DEBIAN;
  }

  /** Returns a JVM's command up to the main class; preferences stay inside the folder. */
  List<String> java(boolean headless, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.add("-Djava.awt.headless=" + headless);
    command.add("-Duser.home=" + folder.resolve("home"));
    command.add("-Djava.util.prefs.userRoot=" + folder.resolve("home"));
    command.add("-Dplugins.dir=" + folder);
    command.add(
        "-Dorg.bytedeco.javacpp.cachedir="
            + Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
    command.add("-cp");
    command.add(classPath);
    return command;
  }

  /** Runs a macro by {@code -batch} and returns all that was printed. */
  String batch(boolean headless, Path imageJ, String display, String macro) throws Exception {
    Path file = Files.writeString(folder.resolve("test.ijm"), macro);
    List<String> command = java(headless, imageJ.toString());
    command.addAll(List.of("ij.ImageJ", "-ijpath", folder.toString(), "-batch", file.toString()));
    return Commandline.run(command, display);
  }
}
