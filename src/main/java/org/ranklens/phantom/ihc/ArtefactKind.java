package org.ranklens.phantom.ihc;

import java.util.List;

/** What may lie on a slide or have been done to it. */
public enum ArtefactKind {
  PEN,
  FOLD,
  BUBBLE,
  OUT_OF_FOCUS,
  PIGMENT;

  private static final List<ArtefactKind> KINDS = List.of(values());

  static List<ArtefactKind> kinds() {
    return KINDS;
  }
}
