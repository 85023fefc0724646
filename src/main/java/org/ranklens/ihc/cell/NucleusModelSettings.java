package org.ranklens.ihc.cell;

import java.util.Objects;
import org.ranklens.GivenFile;

/**
 * A learned detector of nuclei in place of the classical one.
 *
 * @param file an ONNX model, empty for none; see docs/nucleus-models.md for what it takes and gives
 * @param pixelMicrons edge of the pixels it was trained on; 0.1 to 2
 * @param threshold probability from which a pixel is nucleus; above 0, below 1
 */
public record NucleusModelSettings(String file, double pixelMicrons, double threshold) {

  public NucleusModelSettings {
    Objects.requireNonNull(file, "file");
    if (GivenFile.isAddress(file)) {
      throw new IllegalArgumentException(
          "file must be a path, not the address " + file + "; " + GivenFile.TAKE_A_PATH);
    }
    if (GivenFile.path(file).isEmpty()) {
      throw new IllegalArgumentException("file is not a path of this system: " + file);
    }
    if (!(pixelMicrons >= 0.1 && pixelMicrons <= 2)) {
      throw new IllegalArgumentException("pixelMicrons must be 0.1 to 2, not " + pixelMicrons);
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold must be above 0 and below 1: " + threshold);
    }
  }

  /** Returns the classical detector. */
  public static NucleusModelSettings none() {
    return new NucleusModelSettings("", 0.5, 0.5);
  }

  /** Returns these settings with another model. */
  public NucleusModelSettings withFile(String changed) {
    return new NucleusModelSettings(changed, pixelMicrons, threshold);
  }
}
