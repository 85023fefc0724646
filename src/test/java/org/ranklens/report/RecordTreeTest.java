package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.IhcSettings;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.pet.PetSettings;

/** Settings and provenance as JSON, against what Jackson's introspection makes of them. */
class RecordTreeTest {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Texts are compared: a tree of Jackson's may hold the same number in another class. */
  private static void same(Record settings) throws IOException {
    assertThat(Provenance.text(RecordTree.of(settings)))
        .isEqualTo(MAPPER.writeValueAsString(settings));
  }

  @Test
  void settingsAreTheSameToTheByte() throws IOException {
    same(IhcSettings.defaults());
    same(PetSettings.defaults());
    same(MarkerProtocol.none("RANK"));
  }

  @Test
  void inputsOfAProvenanceAreTheSameToTheByte() throws IOException {
    Provenance.Input input = new Provenance.Input("a\"b.dcm", 3_000_000_000L, "ab", "2025-01-01");
    assertThat(RecordTree.of(List.of(input)).get(0).toString())
        .isEqualTo(new ObjectMapper().writeValueAsString(input));
  }
}
