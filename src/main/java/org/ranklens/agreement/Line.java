package org.ranklens.agreement;

/**
 * First reader = intercept + slope x second reader, by a method that grants errors to both.
 *
 * @param slope 1 where nothing is proportional between the readers
 * @param intercept 0 where nothing is added
 */
record Line(Estimate slope, Estimate intercept) {

  static Line undefined(String method, String reason) {
    return new Line(Estimate.undefined(method, reason), Estimate.undefined(method, reason));
  }
}
