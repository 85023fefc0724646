package org.ranklens.entry;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import java.io.IOException;

/**
 * The commands of the menu Plugins &gt; Ranklens.
 *
 * <p>This class and its neighbour are compiled for Java 8, so that an ImageJ or Fiji that still
 * runs on it can say what is missing. Everything else lives in a class loader of its own, see
 * {@link IsolatedLoader}.
 */
public final class Ranklens implements PlugIn {

  private static final int OLDEST_JAVA = 17;
  private static final String COMMANDS = "org.ranklens.fiji.Commands";

  /** For ImageJ, which makes one for each call. */
  public Ranklens() {}

  @Override
  public void run(String command) {
    int java = javaVersion(System.getProperty("java.specification.version", "1.8"));
    if (java < OLDEST_JAVA) {
      refuse(
          "Ranklens needs Java "
              + OLDEST_JAVA
              + " or newer, and this ImageJ runs on Java "
              + java
              + ".\nGet the current Fiji (https://fiji.sc), which brings Java 21,\n"
              + "or start ImageJ with a newer Java:  java -jar ij.jar");
      return;
    }
    try {
      commands().run(command);
    } catch (InstallationException e) {
      refuse(e.getMessage());
    } catch (ReflectiveOperationException | LinkageError e) {
      refuse("Ranklens is not completely installed; unpack its zip again. (" + e + ")");
    }
  }

  /**
   * Makes the commands known to macros where there is no screen: {@code
   * call("org.ranklens.entry.Ranklens.headless");} as the first line. Elsewhere it does nothing.
   */
  public static String headless() throws IOException {
    if (GraphicsEnvironment.isHeadless()) {
      HeadlessMenu.install();
    }
    return "";
  }

  /** Returns 8 for {@code 1.8}, 17 for {@code 17}. */
  static int javaVersion(String specification) {
    String major = specification.startsWith("1.") ? specification.substring(2) : specification;
    return Integer.parseInt(major);
  }

  private static PlugIn commands() throws InstallationException, ReflectiveOperationException {
    ClassLoader loader = IsolatedLoader.get(Ranklens.class);
    return (PlugIn) loader.loadClass(COMMANDS).getConstructor().newInstance();
  }

  /** Says why nothing happens; ImageJ's own error message needs a screen. */
  private static void refuse(String why) {
    if (GraphicsEnvironment.isHeadless()) {
      IJ.log("Ranklens: " + why);
    } else {
      IJ.error("Ranklens", why);
    }
  }
}
