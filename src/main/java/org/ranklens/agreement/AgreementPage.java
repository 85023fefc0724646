package org.ranklens.agreement;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranklens.Version;

/** Writes {@code agreement.html}: one file, no outside request. */
final class AgreementPage {

  private static final String TEMPLATE = "org/ranklens/agreement/agreement.peb";

  private AgreementPage() {}

  static void write(Path file, List<AgreementRow> rows, List<Pair> pairs) throws IOException {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Pair pair : pairs) {
      sections.add(section(pair, rows));
    }
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("version", Version.current());
    context.put("sections", sections);
    context.put(
        "groups",
        rows.stream().filter(row -> row.readerB().isEmpty()).map(AgreementPage::row).toList());
    ClasspathLoader loader = new ClasspathLoader(AgreementPage.class.getClassLoader());
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      engine.getTemplate(TEMPLATE).evaluate(writer, context);
    }
  }

  private static Map<String, Object> section(Pair pair, List<AgreementRow> rows) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("title", title(pair));
    section.put("n", pair.n());
    section.put("readerA", pair.readerA);
    section.put("readerB", pair.readerB);
    section.put(
        "rows", rows.stream().filter(row -> belongs(row, pair)).map(AgreementPage::row).toList());
    boolean drawn = pair.n() >= PairStatistics.LEAST_CASES;
    section.put("drawn", drawn);
    if (drawn) {
      section.put("scatter", base64(AgreementCharts.scatter(pair)));
      section.put("difference", base64(AgreementCharts.difference(pair)));
      section.put("confusion", Confusion.of(pair));
    }
    return section;
  }

  private static boolean belongs(AgreementRow row, Pair pair) {
    return row.metric() == pair.metric
        && row.population().equals(pair.population)
        && row.readerA().equals(pair.readerA)
        && row.readerB().equals(pair.readerB);
  }

  private static String title(Pair pair) {
    return words(pair.metric, pair.population) + ": " + pair.readerA + " and " + pair.readerB;
  }

  private static String words(Metric metric, String population) {
    String what =
        switch (metric) {
          case POSITIVE_PERCENT -> "Positive percent";
          case H_SCORE -> "H-score";
          case ALLRED_TOTAL -> "Allred total";
          case IRS_TOTAL -> "Immunoreactive score";
          case INTENSITY_CLASS -> "Intensity class";
        };
    return what + ", " + ("all".equals(population) ? "all cells" : population + " cells");
  }

  private static Map<String, Object> row(AgreementRow row) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("what", words(row.metric(), row.population()) + ", " + row.readerA());
    map.put("n", row.n());
    map.put("statistic", words(row.statistic()));
    map.put(
        "estimate", row.estimate().stream().mapToObj(AgreementPage::text).findFirst().orElse("-"));
    map.put(
        "interval",
        row.ciLow().isEmpty()
            ? ""
            : text(row.ciLow().getAsDouble()) + " to " + text(row.ciHigh().orElseThrow()));
    map.put("note", row.reason().isEmpty() ? row.method() : row.reason());
    map.put("ok", "ok".equals(row.status()));
    return map;
  }

  private static String words(String statistic) {
    return switch (statistic) {
      case "cohen_kappa" -> "Cohen's kappa";
      case "weighted_kappa_linear" -> "weighted kappa, linear";
      case "weighted_kappa_quadratic" -> "weighted kappa, quadratic";
      case "fleiss_kappa" -> "Fleiss' kappa";
      case "icc_2_1" -> "ICC(2,1), agreement";
      case "icc_3_1" -> "ICC(3,1), consistency";
      case "pearson_r" -> "Pearson's r";
      case "ccc" -> "concordance correlation";
      case "loa_low" -> "lower limit of agreement";
      case "loa_high" -> "upper limit of agreement";
      case "passing_bablok_slope" -> "Passing-Bablok slope";
      case "passing_bablok_intercept" -> "Passing-Bablok intercept";
      case "deming_slope" -> "Deming slope";
      case "deming_intercept" -> "Deming intercept";
      default -> statistic.replace('_', ' ');
    };
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
