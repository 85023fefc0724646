package org.ranklens.report;

import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.report.ItemPage.PageColumn;

/** Columns and cells of a page's tables, rounded to be read. */
final class PageCells {

  private PageCells() {}

  static PageColumn text(String name) {
    return new PageColumn(name, "", false);
  }

  static String place(Point3 point) {
    return "%s, %s, %s"
        .formatted(
            Row.decimal(point.xMm(), 0), Row.decimal(point.yMm(), 0), Row.decimal(point.zMm(), 0));
  }

  static String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? Row.decimal(value.getAsDouble(), decimals) : "";
  }

  static String signed(OptionalDouble value, int decimals) {
    String text = number(value, decimals);
    return value.isPresent() && value.getAsDouble() > 0 ? "+" + text : text;
  }
}
