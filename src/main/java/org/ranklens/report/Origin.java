package org.ranklens.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a page shows of {@code provenance.json}.
 *
 * @param version of Ranklens
 * @param readers which reader served which input
 * @param settingsDigest SHA-256 of all settings
 * @param inputs the first of the files read
 * @param moreInputs how many more there are
 */
public record Origin(
    String version,
    List<String> readers,
    String settingsDigest,
    List<Provenance.Input> inputs,
    int moreInputs) {

  /** A scan has hundreds of files; the page names some, {@code provenance.json} all. */
  private static final int SHOWN_INPUTS = 6;

  static Origin read(Path folder) throws IOException {
    JsonNode json = Json.read(folder.resolve("provenance.json"));
    List<String> readers = new ArrayList<>();
    json.path("readers").forEach(reader -> readers.add(reader.asText()));
    List<Provenance.Input> inputs = new ArrayList<>();
    for (JsonNode input : json.path("inputs")) {
      if (inputs.size() < SHOWN_INPUTS) {
        inputs.add(
            new Provenance.Input(
                input.path("name").asText(),
                input.path("bytes").asLong(),
                input.path("sha256").asText(),
                input.path("modified").asText()));
      }
    }
    return new Origin(
        json.path("version").asText(),
        readers,
        sha256(json.path("settings").toString()),
        inputs,
        json.path("inputs").size() - inputs.size());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
