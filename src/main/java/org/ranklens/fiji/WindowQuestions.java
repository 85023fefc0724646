package org.ranklens.fiji;

import ij.gui.GenericDialog;
import java.util.List;

/** Asks by ImageJ's own dialog, which records macros and is answered by them. */
final class WindowQuestions implements Questions {

  private static final int FIELD_COLUMNS = 45;

  private final GenericDialog dialog;

  WindowQuestions(String title) {
    dialog = new GenericDialog(title);
  }

  @Override
  public void choice(String label, List<String> choices, String preset) {
    dialog.addChoice(label, choices.toArray(String[]::new), preset);
  }

  @Override
  public void text(String label, String preset) {
    dialog.addStringField(label, preset, 12);
  }

  @Override
  public void file(String label, String preset) {
    dialog.addFileField(label, preset, FIELD_COLUMNS);
  }

  @Override
  public void folder(String label, String preset) {
    dialog.addDirectoryField(label, preset, FIELD_COLUMNS);
  }

  @Override
  public void remark(String text) {
    dialog.addMessage(text);
  }

  @Override
  public boolean ask() {
    dialog.showDialog();
    return !dialog.wasCanceled();
  }

  @Override
  public String nextChoice() {
    return dialog.getNextChoice();
  }

  @Override
  public String nextText() {
    return dialog.getNextString().strip();
  }
}
