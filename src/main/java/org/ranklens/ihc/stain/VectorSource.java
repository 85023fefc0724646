package org.ranklens.ihc.stain;

/** Where a slide's stain vectors are from. */
public enum VectorSource {
  ESTIMATED("estimated"),
  GIVEN("as given"),
  TOO_FEW_PIXELS("as given: too few stained pixels"),
  REFUSED("as given: estimate refused"),
  OTHER_STAIN("as given: not haematoxylin and DAB");

  private final String words;

  VectorSource(String words) {
    this.words = words;
  }

  /** Returns it as a page tells it. */
  public String words() {
    return words;
  }
}
