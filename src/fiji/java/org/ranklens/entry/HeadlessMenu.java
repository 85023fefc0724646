package org.ranklens.entry;

import ij.IJ;
import ij.Menus;
import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes our commands known where plain ImageJ has no screen: it then can't build the menus that it
 * looks commands up in, and no {@code run("...")} of a macro works.
 */
final class HeadlessMenu {

  private static final Pattern COMMAND = Pattern.compile("[^\"#]*, *\"([^\"]+)\", *(org\\..+)");

  private HeadlessMenu() {}

  static void install() throws IOException {
    if (Menus.getCommands() == null) {
      try {
        IJ.run("Ranklens");
      } catch (HeadlessException e) {
        // It gave up at the first menu, after it had made the table of commands.
      }
    }
    @SuppressWarnings("unchecked") // ImageJ declares it raw; both are strings.
    Hashtable<String, String> commands = Menus.getCommands();
    // Every plugin's jar has one; this is the one beside this class.
    URL menu = new URL(HeadlessMenu.class.getResource("HeadlessMenu.class"), "/plugins.config");
    try (InputStream in = menu.openStream();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher command = COMMAND.matcher(line);
        if (command.matches()) {
          commands.put(command.group(1), command.group(2));
        }
      }
    }
  }
}
