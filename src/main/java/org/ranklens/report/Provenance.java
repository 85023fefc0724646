package org.ranklens.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
 */
public record Provenance(
    String command,
    ObjectNode settings,
    List<Input> inputs,
    List<String> readers,
    int threads,
    int tileSizePx,
    String shard) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A file that was read.
   *
   * @param name its path below the manifest's or the command's input
   * @param bytes its size
   * @param sha256 its digest
   */
  public record Input(String name, long bytes, String sha256) {}

  public Provenance {
    inputs = List.copyOf(inputs);
    readers = List.copyOf(readers);
  }

  /** Writes {@code provenance.json} into a folder. */
  public void write(Path folder) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("program", "ranklens");
    root.put("version", Version.current());
    root.put("command", command);
    root.put("java", System.getProperty("java.version"));
    root.put("opencv", org.opencv.core.Core.VERSION);
    root.put("threads", threads);
    root.put("tile_size_px", tileSizePx);
    root.put("shard", shard);
    ArrayNode read = root.putArray("readers");
    readers.forEach(read::add);
    root.set("settings", settings);
    root.set("inputs", MAPPER.valueToTree(inputs));
    Files.writeString(folder.resolve("provenance.json"), MAPPER.writeValueAsString(root) + "\n");
  }
}
