package org.ranklens;

import java.util.Objects;

/**
 * Why an input can't give a right answer, in the words that the user reads.
 *
 * @param what what is wrong, in lower case and without a full stop: {@code "the patient's weight is
 *     missing"}
 * @param where the file or folder it was found in, or an empty string where no file is concerned
 * @param field the tag, column or setting concerned, as {@code "(0010,1030) PatientWeight"}, or an
 *     empty string
 * @param remedy what the user can do about it, as an instruction without a full stop, or an empty
 *     string
 */
public record Refusal(String what, String where, String field, String remedy) {

  public Refusal {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(remedy, "remedy");
    if (what.isBlank()) {
      throw new IllegalArgumentException("a refusal needs to say what is wrong");
    }
  }

  /** Returns the refusal as one sentence: where, what, field, remedy. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    if (!where.isEmpty()) {
      text.append(where).append(": ");
    }
    text.append(what);
    if (!field.isEmpty()) {
      text.append(" [").append(field).append(']');
    }
    if (!remedy.isEmpty()) {
      text.append("; ").append(remedy);
    }
    return PlainText.oneLine(text.append('.').toString());
  }
}
