package org.ranklens.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.Calibration;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.Voi;

/** A scan as a calibrated stack: SUV by body weight in g/ml, millimetres, lesions outlined. */
final class SuvStack {

  /** The usual window of whole-body FDG; the same for every scan, so that eyes may compare. */
  private static final double WINDOW_SUV = 7;

  /** In pixels of the scan, which is shown enlarged. */
  private static final int LABEL_POINTS = 5;

  private static final Color LESION = new Color(200, 30, 30);
  private static final Color SITE = new Color(0, 114, 178);

  private SuvStack() {}

  static ImagePlus of(TimePoint scan) {
    Geometry grid = scan.suv().geometry();
    ImageStack stack = new ImageStack(grid.columns(), grid.rows());
    int perSlice = grid.columns() * grid.rows();
    float[] suv = scan.suv().suvBw();
    for (int k = 0; k < grid.slices(); k++) {
      float[] slice = Arrays.copyOfRange(suv, k * perSlice, (k + 1) * perSlice);
      double z = grid.toPatient(0, 0, k).zMm();
      stack.addSlice(
          String.format(Locale.ROOT, "z %.1f mm", z),
          new FloatProcessor(grid.columns(), grid.rows(), slice));
    }
    ImagePlus image = new ImagePlus("SUVbw " + scan.name(), stack);
    calibrate(image, grid);
    image.setOverlay(outlines(scan));
    image.setLut(darkIsHot());
    image.setDisplayRange(0, WINDOW_SUV);
    image.setSlice(hottest(scan, grid));
    return image;
  }

  private static void calibrate(ImagePlus image, Geometry grid) {
    Calibration calibration = image.getCalibration();
    calibration.setUnit("mm");
    calibration.pixelWidth = grid.columnSpacingMm();
    calibration.pixelHeight = grid.rowSpacingMm();
    calibration.pixelDepth = grid.sliceSpacingMm();
    calibration.setValueUnit("SUVbw g/ml");
  }

  /** Nuclear medicine prints uptake dark on white. */
  private static LUT darkIsHot() {
    byte[] grey = new byte[256];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (255 - i);
    }
    return new LUT(grey, grey, grey);
  }

  private static Overlay outlines(TimePoint scan) {
    Overlay overlay = new Overlay();
    for (LesionMeasurement lesion : scan.lesions()) {
      Optional<Voi> voi = lesion.voi().or(lesion::site);
      if (voi.isPresent()) {
        Color colour = lesion.voi().isPresent() ? LESION : SITE;
        outline(overlay, voi.orElseThrow(), lesion.lesion(), colour);
      }
    }
    return overlay;
  }

  /** One outline per slice, with the lesion's name beside it. */
  private static void outline(Overlay overlay, Voi voi, String name, Color colour) {
    Geometry grid = voi.geometry();
    int perSlice = grid.columns() * grid.rows();
    int[] voxels = voi.voxels();
    int from = 0;
    while (from < voxels.length) {
      int slice = voxels[from] / perSlice;
      ByteProcessor mask = new ByteProcessor(grid.columns(), grid.rows());
      int to = from;
      while (to < voxels.length && voxels[to] / perSlice == slice) {
        mask.set(voxels[to] % perSlice, 255);
        to++;
      }
      mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
      Roi roi = new ThresholdToSelection().convert(mask);
      roi.setStrokeColor(colour);
      roi.setPosition(slice + 1);
      roi.setName(name);
      overlay.add(roi);
      overlay.add(label(roi, name, colour, slice + 1));
      from = to;
    }
  }

  private static Roi label(Roi roi, String name, Color colour, int slice) {
    double right = roi.getBounds().getMaxX() + 1;
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, LABEL_POINTS);
    TextRoi text = new TextRoi(right, roi.getBounds().getMinY() - 2, name, font);
    text.setStrokeColor(colour);
    text.setPosition(slice);
    text.setName(name);
    return text;
  }

  /** The slice, from 1, through the middle of the lesion that takes up most. */
  private static int hottest(TimePoint scan, Geometry grid) {
    double most = -1;
    int slice = Math.max(1, grid.slices() / 2);
    for (LesionMeasurement lesion : scan.lesions()) {
      double suv = lesion.siteSuvBwMax().orElse(-1);
      if (suv > most && lesion.position().isPresent()) {
        most = suv;
        double k = grid.toVoxel(lesion.position().orElseThrow()).slice();
        slice = (int) Math.max(1, Math.min(grid.slices(), Math.round(k) + 1));
      }
    }
    return slice;
  }
}
