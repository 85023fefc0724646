package org.ranklens.pet.suv;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.PlainText;

/** What is to be told of a series: warnings, which stand in the row's reason, and notes. */
final class Remarks {

  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void warn(String words) {
    warnings.add(PlainText.oneLine(words));
  }

  void note(String words) {
    notes.add(PlainText.oneLine(words));
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
