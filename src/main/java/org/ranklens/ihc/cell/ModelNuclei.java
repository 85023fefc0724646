package org.ranklens.ihc.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Finds nuclei by a model. The slide is cut into squares at fixed places, each with a margin that
 * only the network sees: what it says of a place is the same for every tiling.
 */
public final class ModelNuclei {

  private static final int MARGIN_PART = 8;
  private static final byte WHITE = (byte) 255;

  private final NucleusModel model;
  private final CellGrid grid;
  private final PixelReader slide;
  private final int edgeBins;
  private final int marginBins;
  private final int stepBins;

  /** Makes a finder for a slide. */
  public ModelNuclei(NucleusModel model, CellGrid grid, PixelReader slide) {
    this.model = model;
    this.grid = grid;
    this.slide = slide;
    double edgeMicrons = NucleusModel.EDGE * model.settings().pixelMicrons();
    this.edgeBins = (int) Math.max(MARGIN_PART, Math.round(edgeMicrons / grid.pixelSizeMicrons()));
    this.marginBins = edgeBins / MARGIN_PART;
    this.stepBins = edgeBins - 2 * marginBins;
  }

  /** Returns the nuclei of an area of the slide. */
  Nuclei find(TileFrame.Core area, TileFrame frame, CellSettings settings) throws IOException {
    int width = area.x1() - area.x0();
    int height = area.y1() - area.y0();
    ProbabilityMap map = new ProbabilityMap(width, height, model.settings().threshold());
    List<Star> stars = new ArrayList<>();
    for (int row = area.y0() / stepBins; row * stepBins < area.y1(); row++) {
      for (int column = area.x0() / stepBins; column * stepBins < area.x1(); column++) {
        ModelOutput output = model.run(square(column, row));
        if (output.isStar()) {
          addStars(output, column, row, area, stars);
        } else {
          addProbabilities(output, column, row, area, map);
        }
      }
    }
    return stars.isEmpty()
        ? map.nuclei(frame, settings)
        : Star.nuclei(stars, width, height, frame, settings);
  }

  /**
   * Reads a square with its margin, as many pixels as the network wants; white beyond the slide.
   */
  private byte[] square(int column, int row) throws IOException {
    int bin = grid.bin();
    int edge = edgeBins * bin;
    int x = (column * stepBins - marginBins) * bin;
    int y = (row * stepBins - marginBins) * bin;
    int left = Math.max(0, x);
    int top = Math.max(0, y);
    int right = Math.min(grid.width() * bin, x + edge);
    int bottom = Math.min(grid.height() * bin, y + edge);
    byte[] rgb = new byte[3 * edge * edge];
    java.util.Arrays.fill(rgb, WHITE);
    RgbImage part = slide.read(left, top, right - left, bottom - top);
    for (int line = 0; line < part.height(); line++) {
      System.arraycopy(
          part.rgb(),
          3 * line * part.width(),
          rgb,
          3 * ((top - y + line) * edge + left - x),
          3 * part.width());
    }
    return scaled(rgb, edge);
  }

  private static byte[] scaled(byte[] rgb, int edge) {
    if (edge == NucleusModel.EDGE) {
      return rgb;
    }
    Mat from = new Mat(edge, edge, CvType.CV_8UC3);
    Mat to = new Mat();
    try {
      from.put(0, 0, rgb);
      int way = edge > NucleusModel.EDGE ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
      Imgproc.resize(from, to, new Size(NucleusModel.EDGE, NucleusModel.EDGE), 0, 0, way);
      byte[] scaled = new byte[3 * NucleusModel.EDGE * NucleusModel.EDGE];
      to.get(0, 0, scaled);
      return scaled;
    } finally {
      from.release();
      to.release();
    }
  }

  private void addProbabilities(
      ModelOutput output, int column, int row, TileFrame.Core area, ProbabilityMap map) {
    double perBin = (double) output.edge() / edgeBins;
    int x1 = Math.min(area.x1(), (column + 1) * stepBins);
    int y1 = Math.min(area.y1(), (row + 1) * stepBins);
    for (int y = Math.max(area.y0(), row * stepBins); y < y1; y++) {
      double v = (y - row * stepBins + marginBins + 0.5) * perBin - 0.5;
      for (int x = Math.max(area.x0(), column * stepBins); x < x1; x++) {
        double u = (x - column * stepBins + marginBins + 0.5) * perBin - 0.5;
        float boundary = output.channels() > 1 ? output.between(1, u, v) : 0;
        map.set(x - area.x0(), y - area.y0(), output.between(0, u, v), boundary);
      }
    }
  }

  /** Takes the centres whose place lies in the square itself, not in its margin. */
  private void addStars(
      ModelOutput output, int column, int row, TileFrame.Core area, List<Star> stars) {
    double binsPer = (double) edgeBins / output.edge();
    double binsPerPixel = (double) edgeBins / NucleusModel.EDGE;
    for (int i = 0; i < output.edge() * output.edge(); i++) {
      double x = (i % output.edge() + 0.5) * binsPer - marginBins;
      double y = (Math.floorDiv(i, output.edge()) + 0.5) * binsPer - marginBins;
      boolean own = x >= 0 && y >= 0 && x < stepBins && y < stepBins;
      if (own && output.at(0, i) >= model.settings().threshold()) {
        double slideX = x + (double) column * stepBins;
        double slideY = y + (double) row * stepBins;
        if (slideX >= area.x0()
            && slideX < area.x1()
            && slideY >= area.y0()
            && slideY < area.y1()) {
          stars.add(Star.of(output, i, slideX, slideY, binsPerPixel));
        }
      }
    }
  }
}
