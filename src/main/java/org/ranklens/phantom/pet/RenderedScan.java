package org.ranklens.phantom.pet;

import java.util.List;
import java.util.Random;

/** One visit, rendered: PET and CT voxels and what is in them. */
final class RenderedScan {

  private static final double PET_FWHM_MM = 6;
  private static final double CT_FWHM_MM = 1.6;
  private static final double CT_NOISE_HU = 9;
  static final int LOWEST_HU = -1024;
  private static final int HIGHEST_HU = 3071;
  private static final int AIR_HU = -1000;

  final ScanSettings settings;
  final Scanner scanner;
  final PetVolume pet;
  final short[] hu;
  final ScanTruth truth;

  private RenderedScan(
      ScanSettings settings, Scanner scanner, PetVolume pet, short[] hu, ScanTruth truth) {
    this.settings = settings;
    this.scanner = scanner;
    this.pet = pet;
    this.hu = hu;
    this.truth = truth;
  }

  static RenderedScan of(
      PetPhantomSettings study,
      ScanSettings scan,
      Posture posture,
      List<Lesion> lesions,
      long seed) {
    List<Organ> organs = Anatomy.of(study.view(), study.looks(), lesions);
    Scanner scanner = new Scanner(study, scan);
    float[] uptake = VolumePainter.paint(scan.petGrid(), posture, organs, 0, Organ::suv);
    Blur.gaussian(uptake, scan.petGrid(), PET_FWHM_MM);
    addNoise(uptake, scan.petGrid(), study.noiseFraction(), seed);
    PetVolume pet = PetVolume.quantised(uptake, scan.petGrid(), scanner);
    short[] hu = ct(scan.ctGrid(), posture, organs, Seeds.mix(seed, 1));
    ScanTruth truth = ScanTruth.of(scan, posture, lesions, pet, hu);
    return new RenderedScan(scan, scanner, pet, hu, truth);
  }

  /** CT numbers as files hold them: without a sign, from the lowest HU upwards. */
  short[] storedHu() {
    short[] stored = new short[hu.length];
    for (int k = 0; k < hu.length; k++) {
      stored[k] = (short) (hu[k] - LOWEST_HU);
    }
    return stored;
  }

  /** Noise as a reconstruction leaves it: relative to the uptake, alike in neighbouring voxels. */
  private static void addNoise(float[] uptake, VoxelGrid grid, double fraction, long seed) {
    if (fraction == 0) {
      return;
    }
    Random random = new Random(seed);
    float[] noise = new float[uptake.length];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = (float) random.nextGaussian();
    }
    Blur.gaussian(noise, grid, 1.4 * grid.inPlaneMm());
    double squares = 0;
    for (float value : noise) {
      squares += (double) value * value;
    }
    double scale = fraction / Math.sqrt(squares / noise.length);
    for (int k = 0; k < noise.length; k++) {
      uptake[k] = (float) Math.max(0, uptake[k] * (1 + scale * noise[k]));
    }
  }

  private static short[] ct(VoxelGrid grid, Posture posture, List<Organ> organs, long seed) {
    float[] values = VolumePainter.paint(grid, posture, organs, AIR_HU, Organ::hu);
    Blur.gaussian(values, grid, CT_FWHM_MM);
    Random random = new Random(seed);
    short[] hu = new short[values.length];
    for (int k = 0; k < hu.length; k++) {
      long value = Math.round(values[k] + CT_NOISE_HU * random.nextGaussian());
      hu[k] = (short) Math.max(LOWEST_HU, Math.min(HIGHEST_HU, value));
    }
    return hu;
  }
}
