package org.ranklens.fiji;

import ij.Macro;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * The questions of one dialog, asked in a window or answered by a macro.
 *
 * <p>First every question is put, then {@link #ask()}, then the answers are taken in the same order
 * within their kind. The first word of a label, in lower case, is the key that macros use: it is
 * unique in its dialog and never changes.
 */
sealed interface Questions permits WindowQuestions, MacroQuestions {

  /** Asks for one of several. */
  void choice(String label, List<String> choices, String preset);

  /** Asks for a text. */
  void text(String label, String preset);

  /** Asks for a file. */
  void file(String label, String preset);

  /** Asks for a folder. */
  void folder(String label, String preset);

  /** Says something in the dialog. */
  void remark(String text);

  /** Gets the answers; returns false where the user cancelled. */
  boolean ask();

  /** Returns the next answer to a choice. */
  String nextChoice();

  /** Returns the next answer to a text, file or folder, without blanks around it. */
  String nextText();

  /** Opens a window, or reads the macro's options where there is no screen. */
  static Questions open(String title) {
    if (GraphicsEnvironment.isHeadless()) {
      return new MacroQuestions(Optional.ofNullable(Macro.getOptions()).orElse(""));
    }
    return new WindowQuestions(title);
  }
}
