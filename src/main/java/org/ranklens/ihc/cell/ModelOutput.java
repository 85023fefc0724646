package org.ranklens.ihc.cell;

/** What a network gives for a square, channel by channel. It owns its array. */
final class ModelOutput {

  private static final int MOST_PROBABILITY_CHANNELS = 3;

  private final int channels;
  private final int edge;
  private final float[] values;

  ModelOutput(int channels, int edge, float[] values) {
    this.channels = channels;
    this.edge = edge;
    this.values = values;
  }

  int channels() {
    return channels;
  }

  /** Returns how many values each row and column has. */
  int edge() {
    return edge;
  }

  /** Returns whether the first channel is of centres and the others are rays. */
  boolean isStar() {
    return channels > MOST_PROBABILITY_CHANNELS;
  }

  float at(int channel, int index) {
    return values[channel * edge * edge + index];
  }

  /** Returns a channel between its values, bilinear; the outermost go on outwards. */
  float between(int channel, double x, double y) {
    double u = Math.max(0, Math.min(edge - 1, x));
    double v = Math.max(0, Math.min(edge - 1, y));
    int left = (int) Math.min(Math.max(0, edge - 2), Math.floor(u));
    int top = (int) Math.min(Math.max(0, edge - 2), Math.floor(v));
    int right = Math.min(edge - 1, left + 1);
    int bottom = Math.min(edge - 1, top + 1);
    double dx = u - left;
    double dy = v - top;
    double above = (1 - dx) * at(channel, top * edge + left) + dx * at(channel, top * edge + right);
    double below =
        (1 - dx) * at(channel, bottom * edge + left) + dx * at(channel, bottom * edge + right);
    return (float) ((1 - dy) * above + dy * below);
  }
}
