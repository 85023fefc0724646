package org.ranklens;

import java.io.IOException;

/**
 * An input that is readable but can't give a right answer: a missing dose, pixel size or unit.
 *
 * <p>It is an {@link IOException}, as a broken file is, so that both end as one row of a batch.
 */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  /** Shorthand for {@code new RefusedException(new Refusal(what, where, field, remedy))}. */
  public RefusedException(String what, String where, String field, String remedy) {
    this(new Refusal(what, where, field, remedy));
  }

  /** Returns why the input was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
