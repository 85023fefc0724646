package org.ranklens.ihc;

import java.util.Objects;
import org.ranklens.ihc.cell.CellSettings;
import org.ranklens.ihc.cell.NucleusModelSettings;
import org.ranklens.ihc.score.ScoreSettings;
import org.ranklens.ihc.stain.StainSettings;

/**
 * Everything that a slide's result depends on, but for the slide; tile size and skipping apart.
 *
 * @param stain colours to stains
 * @param cell stains to cells
 * @param score cells to scores
 * @param regions areas that are found and scored by themselves
 * @param nucleusModel a learned detector of nuclei, given by the user
 * @param tileSizePx edge of the squares that a slide is worked through in, in pixels of about 0.5
 *     micrometres, which finer slides are binned to, at least 64; it changes memory and time, never
 *     the result
 * @param skipBadTiles whether a tile that can't be read is left out, with a warning, instead of
 *     failing the slide
 */
public record IhcSettings(
    StainSettings stain,
    CellSettings cell,
    ScoreSettings score,
    RegionSettings regions,
    NucleusModelSettings nucleusModel,
    int tileSizePx,
    boolean skipBadTiles) {

  private static final int SMALLEST_TILE_PX = 64;

  public IhcSettings {
    Objects.requireNonNull(stain, "stain");
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(regions, "regions");
    Objects.requireNonNull(nucleusModel, "nucleusModel");
    if (tileSizePx < SMALLEST_TILE_PX) {
      throw new IllegalArgumentException(
          "tileSizePx must be at least " + SMALLEST_TILE_PX + ", not " + tileSizePx);
    }
  }

  /** Returns the settings that the accuracy figures are measured with. */
  public static IhcSettings defaults() {
    return new IhcSettings(
        StainSettings.defaults(),
        CellSettings.defaults(),
        ScoreSettings.defaults(),
        RegionSettings.defaults(),
        NucleusModelSettings.none(),
        1024,
        false);
  }

  /** Returns these settings with another tile size. */
  public IhcSettings withTileSizePx(int changed) {
    return new IhcSettings(stain, cell, score, regions, nucleusModel, changed, skipBadTiles);
  }

  /** Returns these settings with bad tiles left out or not. */
  public IhcSettings withSkipBadTiles(boolean changed) {
    return new IhcSettings(stain, cell, score, regions, nucleusModel, tileSizePx, changed);
  }

  /** Returns these settings with other regions. */
  public IhcSettings withRegions(RegionSettings changed) {
    return new IhcSettings(stain, cell, score, changed, nucleusModel, tileSizePx, skipBadTiles);
  }

  /** Returns these settings with another detector of nuclei. */
  public IhcSettings withNucleusModel(NucleusModelSettings changed) {
    return new IhcSettings(stain, cell, score, regions, changed, tileSizePx, skipBadTiles);
  }
}
