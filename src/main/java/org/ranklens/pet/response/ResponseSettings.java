package org.ranklens.pet.response;

import java.util.Objects;

/**
 * How response is judged. The thresholds of PERCIST and EORTC are no settings: another threshold is
 * another criterion.
 *
 * @param eortcMetric what EORTC compares
 * @param calcificationHu least change of the sites' median HU that is called a change, above 0 and
 *     at most 2000
 */
public record ResponseSettings(EortcMetric eortcMetric, double calcificationHu) {

  /** What EORTC compares. */
  public enum EortcMetric {
    /** SUVmax by body weight, as most of today's reports. */
    SUV_BODY_WEIGHT,
    /** SUVmax by body surface area, as the paper recommends. */
    SUV_BODY_SURFACE_AREA
  }

  public ResponseSettings {
    Objects.requireNonNull(eortcMetric, "eortcMetric");
    if (!(calcificationHu > 0 && calcificationHu <= 2000)) {
      throw new IllegalArgumentException(
          "calcificationHu must be above 0 and at most 2000, not " + calcificationHu);
    }
  }

  /** Returns the defaults: body weight, 100 HU. */
  public static ResponseSettings defaults() {
    return new ResponseSettings(EortcMetric.SUV_BODY_WEIGHT, 100);
  }
}
