package org.ranklens.phantom.ihc;

/**
 * The microscope and its camera.
 *
 * @param white the grey levels of empty glass, 100 to 255 each
 * @param unevenness how much darker the darkest corner is than the brightest place, 0 to 0.3
 * @param blurMicrons standard deviation of the point spread, 0 to 3
 * @param noiseGreyLevels standard deviation of the noise at white, 0 to 20
 * @param jpegQuality 1 to 100, for the file
 */
public record CameraSettings(
    Rgb white, double unevenness, double blurMicrons, double noiseGreyLevels, int jpegQuality) {

  public CameraSettings {
    Check.range("white.red", white.red(), 100, 255);
    Check.range("white.green", white.green(), 100, 255);
    Check.range("white.blue", white.blue(), 100, 255);
    Check.range("unevenness", unevenness, 0, 0.3);
    Check.range("blurMicrons", blurMicrons, 0, 3);
    Check.range("noiseGreyLevels", noiseGreyLevels, 0, 20);
    Check.range("jpegQuality", jpegQuality, 1, 100);
  }
}
