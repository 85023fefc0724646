package org.ranklens.fiji;

import ij.IJ;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;

/** Says what can't be done, and ends the macro that asked for it. */
final class Messages {

  private Messages() {}

  /** Where there is no screen, ImageJ's own error message would fail by itself. */
  static void refuse(String why) {
    IJ.showProgress(1.0);
    if (GraphicsEnvironment.isHeadless()) {
      IJ.log("Ranklens: " + why);
      endMacro(why);
    } else {
      IJ.error("Ranklens", why);
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
}
