package org.ranklens.entry;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

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

  /** Returns 8 for {@code 1.8}, 17 for {@code 17}. */
  static int javaVersion(String specification) {
    String major = specification.startsWith("1.") ? specification.substring(2) : specification;
    return Integer.parseInt(major);
  }

  private static PlugIn commands() throws InstallationException, ReflectiveOperationException {
    ClassLoader loader = IsolatedLoader.get(Ranklens.class);
    return (PlugIn) loader.loadClass(COMMANDS).getConstructor().newInstance();
  }

  /** Says why nothing happens, and ends a macro that counts on it. */
  private static void refuse(String why) {
    IJ.error("Ranklens", why);
    if (IJ.isMacro()) {
      Macro.abort();
    }
  }
}
