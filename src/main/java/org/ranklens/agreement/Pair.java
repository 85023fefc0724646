package org.ranklens.agreement;

/** What two readers said of the same cases. */
final class Pair {

  final Metric metric;
  final String population;
  final String readerA;
  final String readerB;
  final double[] a;
  final double[] b;

  Pair(Metric metric, String population, String readerA, String readerB, double[] a, double[] b) {
    this.metric = metric;
    this.population = population;
    this.readerA = readerA;
    this.readerB = readerB;
    this.a = a;
    this.b = b;
  }

  int n() {
    return a.length;
  }

  int[] categoriesA() {
    return categories(a);
  }

  int[] categoriesB() {
    return categories(b);
  }

  private int[] categories(double[] values) {
    int[] categories = new int[values.length];
    for (int k = 0; k < values.length; k++) {
      categories[k] = metric.category(values[k]);
    }
    return categories;
  }

  /** How often each category of the one met each of the other. */
  int[][] confusion() {
    int[][] counts = new int[metric.categories()][metric.categories()];
    for (int k = 0; k < a.length; k++) {
      counts[metric.category(a[k])][metric.category(b[k])]++;
    }
    return counts;
  }
}
