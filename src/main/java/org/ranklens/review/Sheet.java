package org.ranklens.review;

import java.util.List;

/**
 * A slide under its code.
 *
 * @param code what readers know it by
 * @param slide which slide it is
 * @param fields what they see of it, in this order
 */
record Sheet(String code, ScoredSlide slide, List<Field> fields) {

  Sheet {
    fields = List.copyOf(fields);
  }
}
