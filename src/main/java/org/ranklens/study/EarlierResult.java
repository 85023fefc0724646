package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.report.Provenance;
import org.ranklens.report.Provenance.OneItem;
import org.ranklens.report.Provenance.Run;
import org.ranklens.report.Provenance.RunItem;

/**
 * What {@code provenance.json} says of a result that lies there. A result's folder is moved into
 * place when it is whole, so where this file is, the others are.
 *
 * @param root the file's content
 */
record EarlierResult(JsonNode root) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Returns the result in a folder; empty where there is none. */
  static Optional<EarlierResult> in(Path folder) throws IOException {
    Path file = folder.resolve(Provenance.NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EarlierResult(MAPPER.readTree(file.toFile())));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Returns every file it was made from. */
  List<InputFile> inputs() {
    List<InputFile> inputs = new ArrayList<>();
    for (JsonNode input : root.path("inputs")) {
      inputs.add(
          new InputFile(
              input.path("name").asText(),
              input.path("bytes").asLong(),
              input.path("sha256").asText(),
              input.path("modified").asText()));
    }
    return inputs;
  }

  /** Returns which reader served which input. */
  List<String> readers() {
    List<String> readers = new ArrayList<>();
    root.path("readers").forEach(reader -> readers.add(reader.asText()));
    return readers;
  }

  /** Returns the state of the one item that it is of. */
  Optional<OneItem> item() {
    return root.has("item") ? Optional.of(item(root.get("item"))) : Optional.empty();
  }

  /** Returns the items of the run that it is of. */
  Optional<Run> run() {
    JsonNode run = root.path("run");
    if (run.isMissingNode()) {
      return Optional.empty();
    }
    List<RunItem> items = new ArrayList<>();
    for (JsonNode entry : run.path("items")) {
      items.add(new RunItem(entry.path("folder").asText(), item(entry)));
    }
    return Optional.of(
        new Run(run.path("manifest_sha256").asText(), run.path("conditions").asText(), items));
  }

  /** Returns a text of the file's top level. */
  String text(String name) {
    return root.path(name).asText();
  }

  private static OneItem item(JsonNode node) {
    return new OneItem(
        node.path("status").asText(),
        node.path("reason").asText(),
        node.path("made_from").asText());
  }
}
