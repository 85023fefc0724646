package org.ranklens.agreement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranklens.RefusedException;

/** The readings of one metric and population: who said what of which case. */
final class ReaderTable {

  private final Metric metric;
  private final String population;

  /** By reader, then session, both in order; the machine first. */
  private final Map<String, Map<String, Map<Reading.Subject, Double>>> values =
      new TreeMap<>(
          Comparator.comparing((String reader) -> !Reading.MACHINE.equals(reader))
              .thenComparing(Comparator.naturalOrder()));

  ReaderTable(Metric metric, String population) {
    this.metric = metric;
    this.population = population;
  }

  Metric metric() {
    return metric;
  }

  String population() {
    return population;
  }

  void add(Reading reading, Path file) throws RefusedException {
    Double before =
        values
            .computeIfAbsent(reading.reader(), reader -> new TreeMap<>())
            .computeIfAbsent(reading.session(), session -> new LinkedHashMap<>())
            .put(reading.subject(), reading.value());
    if (before != null) {
      throw new RefusedException(
          reading.reader()
              + " has read the same twice: case "
              + reading.caseCode()
              + ", slide "
              + reading.slide()
              + ", roi '"
              + reading.roi()
              + "', "
              + population
              + ", "
              + metric.csvName(),
          file.toString(),
          "",
          "number the sessions in the column session");
    }
  }

  List<String> readers() {
    return List.copyOf(values.keySet());
  }

  List<String> people() {
    return values.keySet().stream().filter(reader -> !Reading.MACHINE.equals(reader)).toList();
  }

  /** Each reader with each other by first sessions, then each with itself over sessions. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    List<String> readers = readers();
    for (int i = 0; i < readers.size(); i++) {
      for (int j = i + 1; j < readers.size(); j++) {
        pairs.add(
            pair(readers.get(i), readers.get(j), first(readers.get(i)), first(readers.get(j))));
      }
    }
    for (String reader : readers) {
      List<String> sessions = List.copyOf(values.get(reader).keySet());
      for (String later : sessions.subList(1, sessions.size())) {
        pairs.add(
            pair(
                reader + " " + later,
                reader + " " + sessions.get(0),
                values.get(reader).get(later),
                first(reader)));
      }
    }
    return pairs;
  }

  private Map<Reading.Subject, Double> first(String reader) {
    return values.get(reader).values().iterator().next();
  }

  private Pair pair(
      String readerA,
      String readerB,
      Map<Reading.Subject, Double> a,
      Map<Reading.Subject, Double> b) {
    List<Reading.Subject> both = b.keySet().stream().filter(a::containsKey).toList();
    return new Pair(
        metric,
        population,
        readerA,
        readerB,
        both.stream().mapToDouble(a::get).toArray(),
        both.stream().mapToDouble(b::get).toArray());
  }

  /** A row per case that all these readers have read in their first session. */
  double[][] together(List<String> readers) {
    List<double[]> rows = new ArrayList<>();
    for (Reading.Subject subject : first(readers.get(0)).keySet()) {
      if (readers.stream().allMatch(reader -> first(reader).containsKey(subject))) {
        rows.add(readers.stream().mapToDouble(reader -> first(reader).get(subject)).toArray());
      }
    }
    return rows.toArray(double[][]::new);
  }
}
