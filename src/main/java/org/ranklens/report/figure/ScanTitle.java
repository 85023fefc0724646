package org.ranklens.report.figure;

import org.ranklens.pet.TimePoint;

/** What a picture calls a scan: {@code a Before: baseline, 2024-03-01}. */
final class ScanTitle {

  private ScanTitle() {}

  static String letter(int scan) {
    return String.valueOf((char) ('a' + scan));
  }

  static String of(int scan, int scans, TimePoint timepoint) {
    String when = timepoint.date().map(d -> ", " + d).orElse("");
    String place = scans == 1 ? "" : scan == 0 ? "Before: " : "After: ";
    return place + timepoint.name() + when;
  }
}
