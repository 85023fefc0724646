package org.ranklens.phantom.ihc;

/**
 * The frame of the picture.
 *
 * @param widthPx width at level 0, 64 to 60,000
 * @param heightPx height at level 0, 64 to 60,000
 * @param pixelSizeMicrons 0.1 to 2
 * @param glassMarginMicrons how far the tissue stays from the border, roughly; 0: tissue everywhere
 * @param tma cores in place of one piece of tissue
 */
public record FieldSettings(
    int widthPx, int heightPx, double pixelSizeMicrons, double glassMarginMicrons, TmaLayout tma) {

  /** One piece of tissue. */
  public FieldSettings(
      int widthPx, int heightPx, double pixelSizeMicrons, double glassMarginMicrons) {
    this(widthPx, heightPx, pixelSizeMicrons, glassMarginMicrons, TmaLayout.NONE);
  }

  public FieldSettings {
    Check.range("widthPx", widthPx, 64, 60_000);
    Check.range("heightPx", heightPx, 64, 60_000);
    Check.range("pixelSizeMicrons", pixelSizeMicrons, 0.1, 2);
    Check.range("glassMarginMicrons", glassMarginMicrons, 0, 1000);
  }

  double widthMicrons() {
    return widthPx * pixelSizeMicrons;
  }

  double heightMicrons() {
    return heightPx * pixelSizeMicrons;
  }
}
