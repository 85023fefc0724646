package org.ranklens.fiji;

import ij.IJ;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;

/** Says what can't be done, and ends the macro that asked for it. */
final class Messages {

  private static final int LONGEST_LINE = 90;

  private Messages() {}

  /** Where there is no screen, ImageJ's own error message would fail by itself. */
  static void refuse(String why) {
    IJ.showProgress(1.0);
    if (GraphicsEnvironment.isHeadless()) {
      IJ.log("Ranklens: " + why);
      endMacro(why);
    } else {
      IJ.error("Ranklens", wrapped(why));
    }
  }

  private static void endMacro(String why) {
    Interpreter macro = Interpreter.getInstance();
    if (macro != null) {
      // Else it would open a window to show the error in.
      macro.setIgnoreErrors(true);
      macro.abort(why);
    }
  }

  /** Says something that is no trouble. */
  static void tell(String title, String text) {
    if (GraphicsEnvironment.isHeadless()) {
      IJ.log(text);
    } else {
      IJ.showMessage(title, text);
    }
  }

  /** ImageJ's message window is as wide as its longest line. */
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ", -1)) {
      if (length + word.length() > LONGEST_LINE && length > 0) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
      }
      lines.append(word);
      length += word.length() + 1;
    }
    return lines.toString();
  }
}
