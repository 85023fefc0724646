package org.ranklens.entry;

import ij.IJ;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/**
 * Loads Ranklens and its libraries apart from those of ImageJ or Fiji.
 *
 * <p>It sees the JDK, the jars of its own folder, and the application's ImageJ classes ({@code
 * ij.*}): nothing else. So Fiji's guava, gson, slf4j or OpenCV are neither used nor disturbed.
 */
final class IsolatedLoader extends URLClassLoader {

  /** ImageJ's own table of properties outlives "Refresh Menus", which makes new class loaders. */
  private static final String KEY = "org.ranklens.loader";

  private static final String VERSION_KEY = "org.ranklens.version";

  private final ClassLoader imageJ;

  private IsolatedLoader(URL[] jars, ClassLoader imageJ) {
    // The system loader's parent knows the JDK only; the system loader itself holds the
    // application.
    super(jars, ClassLoader.getSystemClassLoader().getParent());
    this.imageJ = imageJ;
  }

  /** Returns the JVM's one loader: natives are loaded once, and two versions don't mix. */
  static synchronized ClassLoader get(Class<?> entry) throws InstallationException {
    File folder = libraries(entry);
    Object running = IJ.getProperty(KEY);
    if (!(running instanceof ClassLoader)) {
      running = new IsolatedLoader(jars(folder), IJ.class.getClassLoader());
      IJ.setProperty(KEY, running);
      IJ.setProperty(VERSION_KEY, folder.getName());
    } else if (!folder.getName().equals(IJ.getProperty(VERSION_KEY))) {
      throw new InstallationException(
          "Ranklens "
              + IJ.getProperty(VERSION_KEY)
              + " is already at work here; restart ImageJ to use Ranklens "
              + folder.getName()
              + ".");
    }
    return (ClassLoader) running;
  }

  /** Returns {@code ranklens/VERSION} of the folder that holds {@code plugins}. */
  private static File libraries(Class<?> entry) throws InstallationException {
    String version = entry.getPackage().getImplementationVersion();
    File jar;
    try {
      jar = new File(entry.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new InstallationException("Ranklens can't tell where it is installed: " + e);
    }
    for (File above = jar.getParentFile(); above != null; above = above.getParentFile()) {
      File folder = new File(above, "ranklens" + File.separator + version);
      if (folder.isDirectory()) {
        return folder;
      }
    }
    throw new InstallationException(
        "The folder ranklens/"
            + version
            + " is missing beside the folder plugins;\nunpack the whole zip of Ranklens over the"
            + " ImageJ or Fiji folder.");
  }

  private static URL[] jars(File folder) throws InstallationException {
    File[] files = new File(folder, "lib").listFiles((dir, name) -> name.endsWith(".jar"));
    if (files == null || files.length == 0) {
      throw new InstallationException("No jars in " + folder + "; unpack the zip again.");
    }
    Arrays.sort(files);
    URL[] jars = new URL[files.length];
    try {
      for (int i = 0; i < files.length; i++) {
        jars[i] = files[i].toURI().toURL();
      }
    } catch (MalformedURLException e) {
      throw new InstallationException("Ranklens can't be loaded from " + folder + ": " + e);
    }
    return jars;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("ij.")) {
      return imageJ.loadClass(name);
    }
    return super.loadClass(name, resolve);
  }

  static {
    registerAsParallelCapable();
  }
}
