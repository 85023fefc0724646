package org.ranklens.study;

/**
 * How an item ended.
 *
 * @param status {@code ok}, {@code refused} or {@code failed}
 * @param reason why, in one sentence; empty for {@code ok}
 */
public record Outcome(String status, String reason) {

  /** Returns a good end. */
  static Outcome ok() {
    return new Outcome("ok", "");
  }

  /** Returns whether there is a result. */
  public boolean good() {
    return status.equals("ok");
  }
}
