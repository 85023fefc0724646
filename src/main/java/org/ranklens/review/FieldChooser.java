package org.ranklens.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.ranklens.ihc.slide.Level;

/**
 * Draws the fields of a slide: half of them around giant cells, half anywhere in tissue, none over
 * another, in random order.
 */
final class FieldChooser {

  /** What a x200 view shows of a slide on a page, in micrometres. */
  private static final double WIDTH_MICRONS = 400;

  private static final double HEIGHT_MICRONS = 300;

  /** With fewer cells a place counts as empty. */
  private static final int LEAST_CELLS = 10;

  private static final int TRIES = 2_000;

  private final ScoredSlide slide;
  private final Level full;
  private final Random random;
  private final int width;
  private final int height;
  private final List<Field> fields = new ArrayList<>();

  private FieldChooser(ScoredSlide slide, Level full, Random random) {
    this.slide = slide;
    this.full = full;
    this.random = random;
    this.width = pixels(WIDTH_MICRONS, full.width());
    this.height = pixels(HEIGHT_MICRONS, full.height());
  }

  /** At most a third of the slide, or a small one had no room for several fields. */
  private int pixels(double microns, int slidePx) {
    double most = Math.max(1, slidePx / 3.0);
    return (int) Math.max(1, Math.round(Math.min(most, microns / slide.pixelSizeMicrons())));
  }

  /** As many as asked for, or as many as there is room for; at least one where there are cells. */
  static List<Field> choose(ScoredSlide slide, Level full, int count, Random random) {
    FieldChooser chooser = new FieldChooser(slide, full, random);
    chooser.draw(count);
    Collections.shuffle(chooser.fields, random);
    return chooser.fields;
  }

  /** By turns, so that both kinds get their half also where there is room for a few only. */
  private void draw(int count) {
    List<MachineCell> giants =
        new ArrayList<>(slide.cells().stream().filter(MachineCell::multinucleated).toList());
    Collections.shuffle(giants, random);
    Iterator<MachineCell> next = giants.iterator();
    for (int tries = 0; tries < TRIES && fields.size() < count; tries++) {
      if (fields.size() % 2 == 1 && next.hasNext()) {
        around(next.next());
      } else {
        double x = random.nextDouble() * (full.width() - width + 1);
        double y = random.nextDouble() * (full.height() - height + 1);
        add(x, y, false);
      }
    }
    if (fields.isEmpty()) {
      MachineCell any = slide.cells().get(random.nextInt(slide.cells().size()));
      fields.add(at(any.xPx() - width / 2.0, any.yPx() - height / 2.0, false));
    }
  }

  /** Not in the middle, or the reader would know which fields were drawn so. */
  private void around(MachineCell giant) {
    add(
        giant.xPx() - width * (0.2 + 0.6 * random.nextDouble()),
        giant.yPx() - height * (0.2 + 0.6 * random.nextDouble()),
        true);
  }

  private void add(double x, double y, boolean amongGiants) {
    Field field = at(x, y, amongGiants);
    boolean free = fields.stream().noneMatch(field::meets);
    if (free && (amongGiants || tissue(field))) {
      fields.add(field);
    }
  }

  private Field at(double x, double y, boolean amongGiants) {
    int left = (int) Math.max(0, Math.min(full.width() - width, Math.round(x)));
    int top = (int) Math.max(0, Math.min(full.height() - height, Math.round(y)));
    return new Field(left, top, width, height, amongGiants);
  }

  private boolean tissue(Field field) {
    return slide.cells().stream().filter(cell -> field.holds(cell.xPx(), cell.yPx())).count()
        >= LEAST_CELLS;
  }
}
