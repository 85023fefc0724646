package org.ranklens.fiji;

/** What the user asked for can't be done, in words for the user. */
final class WrongAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongAnswerException(String sentence) {
    super(sentence);
  }
}
