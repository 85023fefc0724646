package org.ranklens.phantom.ihc;

import java.util.Random;

/** Draws pen, folds, bubbles, pigment, and marks what is out of focus; lengths in micrometres. */
final class ArtefactPainter {

  private static final Rgb GREEN_INK = new Rgb(0.91, 0.30, 0.53);
  private static final Rgb BLUE_INK = new Rgb(0.91, 0.68, 0.30);
  private static final double PEN_HALF_WIDTH = 70;
  private static final double PEN_LENGTH = 500;
  private static final double FOLD_HALF_WIDTH = 22;
  private static final double FOLD_LENGTH = 420;
  private static final double BUBBLE_RADIUS = 130;
  private static final double BUBBLE_EDGE = 14;
  private static final double BLUR_RADIUS = 170;
  private static final double PIGMENT_RADIUS = 45;

  private final Canvas canvas;
  private final Random random;
  private final LatticeNoise rough;

  private ArtefactPainter(Canvas canvas, long seed) {
    this.canvas = canvas;
    this.random = new Random(LatticeNoise.mix(seed + 501));
    this.rough = new LatticeNoise(seed * 31 + 51);
  }

  static void paint(Canvas canvas, IhcPhantomSettings settings) {
    ArtefactSettings wanted = settings.artefacts();
    ArtefactPainter painter = new ArtefactPainter(canvas, settings.seed());
    for (int k = 0; k < wanted.folds(); k++) {
      painter.fold();
    }
    for (int k = 0; k < wanted.blurs(); k++) {
      painter.disc(BLUR_RADIUS, 0.15, ArtefactKind.OUT_OF_FOCUS, (pixel, distance) -> {});
    }
    for (int k = 0; k < wanted.pigments(); k++) {
      painter.disc(PIGMENT_RADIUS, 0.5, ArtefactKind.PIGMENT, painter::black);
    }
    for (int k = 0; k < wanted.bubbles(); k++) {
      painter.disc(BUBBLE_RADIUS, 0.08, ArtefactKind.BUBBLE, painter::refraction);
    }
    for (int k = 0; k < wanted.pens(); k++) {
      painter.pen(k % 2 == 0 ? GREEN_INK : BLUE_INK);
    }
  }

  private interface Drawing {
    void at(int pixel, double distance);
  }

  private void disc(double radius, double wave, ArtefactKind kind, Drawing drawing) {
    Blob blob = new Blob(place(0), place(1), radius, 0.85 * radius, wave, random);
    canvas.around(
        blob,
        (pixel, x, y, distance) -> {
          mark(pixel, kind);
          drawing.at(pixel, distance);
        });
  }

  /** A place away from the border: 0 along, 1 down. */
  private double place(int axis) {
    double length = canvas.microns(axis == 0 ? canvas.width : canvas.height);
    return length * (0.2 + 0.6 * random.nextDouble());
  }

  private void mark(int pixel, ArtefactKind kind) {
    canvas.artefact[pixel] = (byte) (1 + ArtefactKind.kinds().indexOf(kind));
  }

  private void overlay(int pixel, Rgb od, double times) {
    for (int channel = 0; channel < 3; channel++) {
      canvas.overlayOd[channel][pixel] += (float) (times * od.channel(channel));
    }
  }

  private void black(int pixel, double distance) {
    overlay(pixel, new Rgb(1.05, 1.1, 1.15), Math.min(1, 6 * (1 - distance)));
  }

  /** The edge bends the light away, whatever its colour. */
  private void refraction(int pixel, double distance) {
    double toEdge = (1 - distance) * BUBBLE_RADIUS;
    double edge = Math.max(0, 1 - Math.abs(toEdge - BUBBLE_EDGE / 2) / (BUBBLE_EDGE / 2));
    overlay(pixel, new Rgb(0.62, 0.62, 0.6), Math.min(1, 2 * edge));
  }

  private void pen(Rgb ink) {
    band(
        PEN_LENGTH,
        PEN_HALF_WIDTH,
        (pixel, distance) -> {
          int x = pixel % canvas.width;
          int y = Math.floorDiv(pixel, canvas.width);
          double streak = 1 + 0.12 * rough.at(canvas.microns(x) / 25, canvas.microns(y) / 25);
          mark(pixel, ArtefactKind.PEN);
          overlay(pixel, ink, streak * Math.min(1, 12 * (1 - distance)));
        });
  }

  /** Tissue from both sides lies over the band. */
  private void fold() {
    float[] hematoxylin = canvas.hematoxylinOd.clone();
    float[] dab = canvas.dabOd.clone();
    int shift = (int) Math.round(2 * FOLD_HALF_WIDTH / canvas.pixelSizeMicrons);
    band(
        FOLD_LENGTH,
        FOLD_HALF_WIDTH,
        (pixel, distance) -> {
          mark(pixel, ArtefactKind.FOLD);
          for (int step : new int[] {-shift * (canvas.width + 1), shift * (canvas.width + 1)}) {
            int other = Math.max(0, Math.min(dab.length - 1, pixel + step));
            canvas.hematoxylinOd[pixel] += hematoxylin[other] + 0.06f;
            canvas.dabOd[pixel] += dab[other];
          }
        });
  }

  /** A wavy band in any direction; 0 along its middle, 1 at its edge. */
  private void band(double length, double halfWidth, Drawing drawing) {
    double x = place(0);
    double y = place(1);
    double angle = random.nextDouble() * StrictMath.PI;
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (int pixel = 0; pixel < canvas.artefact.length; pixel++) {
      double dx = canvas.microns(pixel % canvas.width) - x;
      double dy = canvas.microns(Math.floorDiv(pixel, canvas.width)) - y;
      double along = dx * cos + dy * sin;
      double bend = 0.5 * halfWidth * rough.at(along / (4 * halfWidth), x);
      double distance = Math.abs(dy * cos - dx * sin - bend) / halfWidth;
      if (distance < 1 && Math.abs(along) < length / 2) {
        drawing.at(pixel, distance);
      }
    }
  }
}
