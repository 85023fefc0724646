package org.ranklens.phantom.ihc;

/**
 * What lies in the tissue.
 *
 * @param pattern which cells the marker stains
 * @param crowding 0 (cells apart) to 1 (pressed together)
 * @param giantCells how many multinucleated giant cells to place, as far as there is room
 * @param grain 0 (even cytoplasm) to 1 (granular, lopsided DAB)
 * @param stroma whether there are fibres, spindle cells, lymphocytes and red cells
 * @param osteoid whether pale bands of osteoid run between the tumour cells
 * @param look what makes it harder
 */
public record HistologySettings(
    StainPattern pattern,
    double crowding,
    int giantCells,
    double grain,
    boolean stroma,
    boolean osteoid,
    TissueLook look) {

  public HistologySettings {
    Check.range("crowding", crowding, 0, 1);
    Check.range("giantCells", giantCells, 0, 10_000);
    Check.range("grain", grain, 0, 1);
  }

  /** The same without anything that makes it harder. */
  public HistologySettings(
      StainPattern pattern,
      double crowding,
      int giantCells,
      double grain,
      boolean stroma,
      boolean osteoid) {
    this(pattern, crowding, giantCells, grain, stroma, osteoid, TissueLook.PLAIN);
  }
}
