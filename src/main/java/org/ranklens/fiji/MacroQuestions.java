package org.ranklens.fiji;

import ij.Macro;
import ij.macro.Interpreter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Takes the answers from a macro's options, as ImageJ's dialog does where it can open; without a
 * screen it can't even be made.
 */
final class MacroQuestions implements Questions {

  private final String options;
  private final Queue<String> choices = new ArrayDeque<>();
  private final Queue<String> texts = new ArrayDeque<>();

  MacroQuestions(String options) {
    this.options = options;
  }

  @Override
  public void choice(String label, List<String> allowed, String preset) {
    String answer = answer(label, preset);
    if (!allowed.contains(answer)) {
      throw new WrongAnswerException(
          Macro.trimKey(label)
              + "="
              + answer
              + " is not among the choices: "
              + String.join(", ", allowed)
              + ".");
    }
    choices.add(answer);
  }

  @Override
  public void text(String label, String preset) {
    texts.add(answer(label, preset));
  }

  @Override
  public void file(String label, String preset) {
    texts.add(answer(label, preset));
  }

  @Override
  public void folder(String label, String preset) {
    texts.add(answer(label, preset));
  }

  @Override
  public void remark(String text) {
    // A macro reads no remarks.
  }

  @Override
  public boolean ask() {
    return true;
  }

  @Override
  public String nextChoice() {
    return choices.remove();
  }

  @Override
  public String nextText() {
    return texts.remove().strip();
  }

  /** {@code key=&name} is the value of the macro's variable. */
  private String answer(String label, String preset) {
    String value = Macro.getValue(options, label.toLowerCase(Locale.ROOT), preset);
    Interpreter macro = Interpreter.getInstance();
    if (value.startsWith("&") && macro != null) {
      String variable = macro.getVariableAsString(value.substring(1));
      return variable == null ? value : variable;
    }
    return value;
  }
}
