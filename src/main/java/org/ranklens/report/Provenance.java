package org.ranklens.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ranklens.Version;

/**
 * What a result was made from: {@code provenance.json}.
 *
 * @param command what was run, such as {@code ihc}
 * @param settings every setting
 * @param inputs every file read
 * @param readers which reader served which input
 * @param threads worker threads, which change no result
 * @param tileSizePx tile size, which changes no result
 * @param shard the part of the study, which changes no result
 * @param subject what the result is of
 */
public record Provenance(
    String command,
    ObjectNode settings,
    List<Input> inputs,
    List<String> readers,
    int threads,
    int tileSizePx,
    String shard,
    Subject subject) {

  /** Its file's name. */
  public static final String NAME = "provenance.json";

  /**
   * A file that was read.
   *
   * @param name its path below the manifest's or the command's input
   * @param bytes its size
   * @param sha256 its digest
   * @param modified when it was last changed, ISO 8601, UTC
   */
  public record Input(String name, long bytes, String sha256, String modified) {}

  /** What a result is of. */
  public sealed interface Subject permits OneItem, Run {}

  /**
   * One item.
   *
   * @param status {@code ok}, {@code refused} or {@code failed}
   * @param reason why, for all but {@code ok}
   * @param madeFrom digest of all that the result depends on; empty where an input can't be read
   */
  public record OneItem(String status, String reason, String madeFrom) implements Subject {}

  /**
   * The items of a run, or of a shard of it.
   *
   * @param manifestSha256 digest of the manifest
   * @param conditions digest of the version, the settings and the readers
   * @param items in the order of the tables
   */
  public record Run(String manifestSha256, String conditions, List<RunItem> items)
      implements Subject {
    public Run {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a run.
   *
   * @param folder where its files lie, below the run's folder
   * @param item its state
   */
  public record RunItem(String folder, OneItem item) {}

  public Provenance {
    inputs = List.copyOf(inputs);
    readers = List.copyOf(readers);
  }

  /** Writes {@code provenance.json} into a folder. */
  public void write(Path folder) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("program", "ranklens");
    root.put("version", Version.current());
    root.put("build", Version.exact());
    root.put("command", command);
    root.put("java", System.getProperty("java.version"));
    root.put("opencv", org.opencv.core.Core.VERSION);
    root.put("threads", threads);
    root.put("tile_size_px", tileSizePx);
    root.put("shard", shard);
    if (subject instanceof OneItem item) {
      put(root.putObject("item"), item);
    } else if (subject instanceof Run run) {
      put(root.putObject("run"), run);
    }
    ArrayNode read = root.putArray("readers");
    readers.forEach(read::add);
    root.set("settings", settings);
    root.set("inputs", RecordTree.of(inputs));
    Files.writeString(folder.resolve(NAME), text(root) + "\n");
  }

  /** By the generator alone: a mapper would look at every class first. */
  static String text(ObjectNode root) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      RecordTree.write(root, json);
    }
    return text.toString();
  }

  private static void put(ObjectNode node, OneItem item) {
    node.put("status", item.status());
    node.put("reason", item.reason());
    node.put("made_from", item.madeFrom());
  }

  private static void put(ObjectNode node, Run run) {
    node.put("manifest_sha256", run.manifestSha256());
    node.put("conditions", run.conditions());
    ArrayNode items = node.putArray("items");
    for (RunItem one : run.items()) {
      ObjectNode entry = items.addObject();
      entry.put("folder", one.folder());
      put(entry, one.item());
    }
  }
}
