package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.ranklens.GivenFile;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.RegionOfInterest;

/** Regions of interest drawn in QuPath (GeoJSON) or ImageJ (ROI, ROI zip). */
final class RoiFile {

  /** It stands in every table and in the names of pictures. */
  private static final int LONGEST_NAME = 200;

  private RoiFile() {}

  /** A region as a file has it, before its geometry is checked. */
  record Drawn(String name, Geometry geometry) {}

  /**
   * Reads the areas of a file; lines and points have no area and are left out.
   *
   * @return at least one region; names are unique, a missing one is {@code roi-N}
   * @throws RefusedException where the file holds no area or one whose outline crosses itself
   */
  static List<RegionOfInterest> read(Path file) throws IOException {
    GivenFile.check(file, "give the regions' file");
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    List<Drawn> drawn =
        name.endsWith(".zip") || name.endsWith(".roi")
            ? ImageJRois.read(file)
            : GeoJsonRois.read(file);
    List<RegionOfInterest> regions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Drawn region : drawn) {
      if (region.geometry().getDimension() == 2) {
        String unique = unique(region.name(), regions.size() + 1, taken);
        regions.add(new RegionOfInterest(unique, valid(file, unique, region.geometry())));
      }
    }
    if (regions.isEmpty()) {
      throw new RefusedException(
          "holds no area (" + drawn.size() + " lines or points)",
          file.toString(),
          "",
          "draw a polygon, rectangle, ellipse or brush region");
    }
    return regions;
  }

  private static String unique(String name, int number, Set<String> taken) {
    String line = PlainText.oneLine(name).strip();
    String shown = PlainText.head(line, LONGEST_NAME);
    String base = shown.isEmpty() ? "roi-" + number : shown;
    String unique = base;
    for (int n = 2; !taken.add(unique); n++) {
      unique = base + "-" + n;
    }
    return unique;
  }

  private static Geometry valid(Path file, String name, Geometry geometry) throws IOException {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "the region '%s' is no valid area: %s at x %.1f, y %.1f",
              name,
              error.getMessage().toLowerCase(Locale.ROOT),
              error.getCoordinate().x,
              error.getCoordinate().y),
          file.toString(),
          "",
          "draw it again without crossing its own outline");
    }
    return geometry;
  }
}
