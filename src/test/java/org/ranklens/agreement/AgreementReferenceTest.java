package org.ranklens.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Against R 4.2.2 with psych 2.2.9 and epiR 2.0.57: reference.R made reference.csv. */
class AgreementReferenceTest {

  private static final double[] WRIGHT = {
    494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
  };
  private static final double[] MINI = {
    512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
  };
  private static final int[] A = {
    0, 0, 1, 2, 3, 3, 2, 1, 0, 1, 2, 2, 3, 0, 1, 1, 2, 3, 3, 0, 0, 1, 2, 3
  };
  private static final int[] B = {
    0, 1, 1, 2, 3, 2, 2, 1, 0, 0, 2, 3, 3, 0, 1, 2, 2, 3, 2, 0, 1, 1, 1, 3
  };
  private static final int[] THIRD = {
    0, 0, 1, 1, 3, 3, 2, 1, 0, 1, 3, 2, 3, 0, 0, 1, 2, 3, 3, 0, 0, 2, 3, 3
  };
  private static final double[][] JUDGES = {
    {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
  };

  @TestFactory
  List<DynamicTest> everyFigureIsThatOfR() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Reader in =
            new InputStreamReader(
                getClass().getResourceAsStream("reference.csv"), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : csv) {
        if (!"r".equals(row.getField("set"))) {
          String name = row.getField("set") + " " + row.getField("statistic");
          tests.add(DynamicTest.dynamicTest(name, () -> compare(row)));
        }
      }
    }
    assertThat(tests).hasSize(31);
    return tests;
  }

  private static void compare(NamedCsvRecord row) {
    Estimate ours = estimate(row.getField("set"), row.getField("statistic"));
    close(ours.value(), row.getField("estimate"));
    close(ours.low(), row.getField("ci_low"));
    close(ours.high(), row.getField("ci_high"));
  }

  private static void close(OptionalDouble ours, String theirs) {
    double expected = Double.parseDouble(theirs);
    assertThat(ours).isPresent();
    assertThat(ours.getAsDouble())
        .isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
  }

  private static Estimate estimate(String set, String statistic) {
    if ("judges".equals(set)) {
      IntraclassCorrelation icc = new IntraclassCorrelation(JUDGES);
      return "icc_2_1".equals(statistic) ? icc.agreement() : icc.consistency();
    }
    if ("three".equals(set)) {
      int[][] ratings = new int[A.length][];
      for (int k = 0; k < A.length; k++) {
        ratings[k] = new int[] {A[k], B[k], THIRD[k]};
      }
      return FleissKappa.of(ratings, 4);
    }
    double[] a = "scores".equals(set) ? doubles(A) : WRIGHT;
    double[] b = "scores".equals(set) ? doubles(B) : MINI;
    return estimate(statistic, a, b);
  }

  private static Estimate estimate(String statistic, double[] a, double[] b) {
    return switch (statistic) {
      case "cohen_kappa" -> Kappa.of(A, B, 4, Kappa.Weights.NONE);
      case "weighted_kappa_linear" -> Kappa.of(A, B, 4, Kappa.Weights.LINEAR);
      case "weighted_kappa_quadratic" -> Kappa.of(A, B, 4, Kappa.Weights.QUADRATIC);
      case "pearson_r" -> Correlation.of(a, b);
      case "ccc" -> Concordance.of(a, b);
      case "bias" -> BlandAltman.of(a, b).bias();
      case "loa_low" -> BlandAltman.of(a, b).low();
      case "loa_high" -> BlandAltman.of(a, b).high();
      case "icc_2_1" -> new IntraclassCorrelation(sideBySide(a, b)).agreement();
      case "icc_3_1" -> new IntraclassCorrelation(sideBySide(a, b)).consistency();
      case "deming_slope" -> Deming.of(a, b).slope();
      case "deming_intercept" -> Deming.of(a, b).intercept();
      case "passing_bablok_slope" -> PassingBablok.of(a, b).slope();
      case "passing_bablok_intercept" -> PassingBablok.of(a, b).intercept();
      case "overall_percent_agreement" -> PercentAgreement.of(a, b, 1).overall();
      case "positive_percent_agreement" -> PercentAgreement.of(a, b, 1).positive();
      case "negative_percent_agreement" -> PercentAgreement.of(a, b, 1).negative();
      default -> throw new AssertionError(statistic);
    };
  }

  private static double[][] sideBySide(double[] a, double[] b) {
    double[][] table = new double[a.length][];
    for (int k = 0; k < a.length; k++) {
      table[k] = new double[] {a[k], b[k]};
    }
    return table;
  }

  private static double[] doubles(int[] values) {
    return java.util.Arrays.stream(values).asDoubleStream().toArray();
  }
}
