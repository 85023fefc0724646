package org.ranklens.agreement;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.ranklens.report.PngFile;

/** Draws a pair of readers: one against the other, and difference against mean, as PNG. */
final class AgreementCharts {

  private static final int SCALE = 2;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 520;
  private static final Color POINT = new Color(0x1F, 0x4E, 0x79, 120);
  private static final Color GREY = new Color(0x77, 0x77, 0x77);
  private static final Color RED = new Color(0xB0, 0x3A, 0x2E);
  private static final Color GREEN = new Color(0x1E, 0x84, 0x49);
  private static final BasicStroke LINE = new BasicStroke(1.8f);
  private static final BasicStroke DASHES =
      new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  private AgreementCharts() {}

  /** The first reader over the second, with the line of identity and both regression lines. */
  static byte[] scatter(Pair pair) {
    double[] range = range(pair);
    XYChart chart = chart(pair.readerB + ", " + unit(pair), pair.readerA + ", " + unit(pair));
    chart.getStyler().setXAxisMin(range[0]).setXAxisMax(range[1]);
    chart.getStyler().setYAxisMin(range[0]).setYAxisMax(range[1]);
    line(chart, "identity", range, new double[] {range[0], range[1]}, GREY, DASHES);
    if (pair.metric.isMeasure()) {
      regression(chart, "Passing-Bablok", PassingBablok.of(pair.a, pair.b), range, RED);
      regression(chart, "Deming", Deming.of(pair.a, pair.b), range, GREEN);
    }
    points(chart, pair.b, pair.a);
    return png(chart);
  }

  private static void regression(
      XYChart chart, String name, Line line, double[] range, Color colour) {
    OptionalDouble slope = line.slope().value();
    OptionalDouble intercept = line.intercept().value();
    if (slope.isEmpty() || intercept.isEmpty()) {
      return;
    }
    double b = slope.getAsDouble();
    double a = intercept.getAsDouble();
    double[] x = inside(range, a, b);
    if (x[0] < x[1]) {
      line(chart, name, x, new double[] {a + b * x[0], a + b * x[1]}, colour, LINE);
    }
  }

  /** The part of the x axis on which a line stays within the picture. */
  private static double[] inside(double[] range, double a, double b) {
    if (b == 0) {
      return range;
    }
    double one = (range[0] - a) / b;
    double other = (range[1] - a) / b;
    return new double[] {
      Math.max(range[0], Math.min(one, other)), Math.min(range[1], Math.max(one, other))
    };
  }

  /** Bland and Altman's plot: difference over mean, with bias and limits of agreement. */
  static byte[] difference(Pair pair) {
    double[] means = new double[pair.n()];
    for (int k = 0; k < means.length; k++) {
      means[k] = (pair.a[k] + pair.b[k]) / 2;
    }
    double[] range = range(pair);
    BlandAltman limits = BlandAltman.of(pair.a, pair.b);
    XYChart chart =
        chart(
            "mean of both, " + unit(pair), pair.readerA + " - " + pair.readerB + ", " + unit(pair));
    chart.getStyler().setXAxisMin(range[0]).setXAxisMax(range[1]);
    level(chart, "bias ", limits.bias(), range, RED, LINE);
    level(chart, "upper limit ", limits.high(), range, GREY, DASHES);
    level(chart, "lower limit ", limits.low(), range, GREY, DASHES);
    points(chart, means, Sample.differences(pair.a, pair.b));
    return png(chart);
  }

  private static void level(
      XYChart chart, String name, Estimate at, double[] range, Color colour, BasicStroke stroke) {
    double y = at.value().orElseThrow();
    line(chart, name + Decimal.rounded(y, 2), range, new double[] {y, y}, colour, stroke);
  }

  private static XYChart chart(String x, String y) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setPlotGridLinesColor(new Color(0xE6, 0xE6, 0xE6));
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(org.knowm.xchart.style.Styler.LegendLayout.Horizontal);
    chart.getStyler().setLegendBorderColor(Color.WHITE);
    chart.getStyler().setMarkerSize(8);
    return chart;
  }

  private static void points(XYChart chart, double[] x, double[] y) {
    XYSeries series = chart.addSeries("cases", x, y);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(POINT);
  }

  private static void line(
      XYChart chart, String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(stroke);
  }

  private static String unit(Pair pair) {
    return switch (pair.metric) {
      case POSITIVE_PERCENT -> "% positive";
      case H_SCORE -> "H-score";
      case ALLRED_TOTAL -> "Allred total";
      case IRS_TOTAL -> "IRS";
      case INTENSITY_CLASS -> "class";
    };
  }

  /** From the smallest to the largest reading of both, with some air. */
  private static double[] range(Pair pair) {
    double low =
        Math.min(Arrays.stream(pair.a).min().orElse(0), Arrays.stream(pair.b).min().orElse(0));
    double high =
        Math.max(Arrays.stream(pair.a).max().orElse(1), Arrays.stream(pair.b).max().orElse(1));
    double air = high > low ? 0.06 * (high - low) : 1;
    return new double[] {low - air, high + air};
  }

  /** At twice the size on the page, so that it is sharp on paper. */
  private static byte[] png(XYChart chart) {
    BufferedImage image =
        new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        int at = 3 * (y * image.getWidth() + x);
        rgb[at] = (byte) (pixel >> 16);
        rgb[at + 1] = (byte) (pixel >> 8);
        rgb[at + 2] = (byte) pixel;
      }
    }
    return PngFile.encode(image.getWidth(), image.getHeight(), rgb);
  }
}
