package org.ranklens.study;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.locationtech.jts.awt.ShapeReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.ranklens.RefusedException;

/** ImageJ's ROI files and zips of them, decoded by ImageJ; coordinates in pixels of level 0. */
final class ImageJRois {

  /** An ROI of a million vertices is 8 MB; more is no drawing. */
  private static final int MOST_BYTES = 64 << 20;

  /** Curves become polygons that leave them by at most this many pixels. */
  private static final double FLATNESS_PX = 0.25;

  private ImageJRois() {}

  static List<RoiFile.Drawn> read(Path file) throws IOException {
    List<RoiFile.Drawn> drawn = new ArrayList<>();
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      drawn.add(decode(file, file.getFileName().toString(), Files.readAllBytes(file)));
      return drawn;
    }
    // Its directory stands at the end: of a file that was cut no region is missing unseen.
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (isRegion(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = bounded(file, in);
            requireChecksum(file, entry, bytes);
            drawn.add(decode(file, entry.getName(), bytes));
          }
        }
      }
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw broken(file, "it is damaged or was cut (" + e.getMessage() + ")");
    }
    if (drawn.isEmpty()) {
      throw broken(file, "there is no .roi in it");
    }
    return drawn;
  }

  /** A zip made by the Finder of macOS has beside each file one of its own: "__MACOSX/._a.roi". */
  private static boolean isRegion(String entry) {
    String name = entry.substring(entry.lastIndexOf('/') + 1);
    return name.toLowerCase(Locale.ROOT).endsWith(".roi") && !name.startsWith("._");
  }

  /** Java reads an entry without comparing it. */
  private static void requireChecksum(Path file, ZipEntry entry, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw broken(file, entry.getName() + " is damaged: its checksum differs");
    }
  }

  private static byte[] bounded(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    if (bytes.length == MOST_BYTES) {
      throw broken(file, "one is over 64 MB");
    }
    return bytes;
  }

  private static RoiFile.Drawn decode(Path file, String entry, byte[] bytes) throws IOException {
    try {
      Roi roi = new RoiDecoder(bytes, entry.replaceAll("(?i)[.]roi$", "")).getRoi();
      if (roi == null) {
        throw broken(file, entry + " can't be decoded");
      }
      String name = roi.getName() == null ? "" : roi.getName();
      return new RoiFile.Drawn(name, geometry(roi));
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(file, entry + " can't be decoded");
    }
  }

  private static Geometry geometry(Roi roi) {
    GeometryFactory factory = new GeometryFactory();
    if (!roi.isArea()) {
      return factory.createPoint();
    }
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    java.awt.Rectangle bounds = roi.getBounds();
    if (roi instanceof ShapeRoi shape) {
      path.append(
          shape
              .getShape()
              .getPathIterator(AffineTransform.getTranslateInstance(bounds.x, bounds.y)),
          false);
    } else if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0) {
      path.append(roi.getFloatBounds(), false);
    } else {
      path.append(outline(roi), false);
    }
    return evenOdd(path.getPathIterator(null, FLATNESS_PX), factory);
  }

  /** Rings inside rings are holes, whichever way round they were drawn. */
  private static Geometry evenOdd(PathIterator flat, GeometryFactory factory) {
    Geometry area = null;
    for (Object ring : ShapeReader.toCoordinates(flat)) {
      CoordinateList closed = new CoordinateList((Coordinate[]) ring, false);
      closed.closeRing();
      if (closed.size() >= 4) {
        Geometry part = factory.createPolygon(closed.toCoordinateArray());
        area = area == null ? part : area.symDifference(part);
      }
    }
    return area == null ? factory.createPolygon() : area;
  }

  private static java.awt.Shape outline(Roi roi) {
    ij.process.FloatPolygon polygon = roi.getFloatPolygon();
    Path2D outline = new Path2D.Double();
    for (int i = 0; i < polygon.npoints; i++) {
      if (i == 0) {
        outline.moveTo(polygon.xpoints[i], polygon.ypoints[i]);
      } else {
        outline.lineTo(polygon.xpoints[i], polygon.ypoints[i]);
      }
    }
    outline.closePath();
    return outline;
  }

  private static RefusedException broken(Path file, String why) {
    return new RefusedException(
        "is no ImageJ ROI file: " + why,
        file.toString(),
        "",
        "save it by ImageJ's ROI Manager, More >> Save");
  }
}
