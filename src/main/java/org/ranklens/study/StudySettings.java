package org.ranklens.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ranklens.ihc.IhcSettings;
import org.ranklens.ihc.score.ControlSettings;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.pet.PetSettings;
import org.ranklens.report.Provenance;
import org.ranklens.report.RecordTree;

/**
 * Every setting of a study.
 *
 * @param ihc of the slides
 * @param pet of the scans
 * @param controls when control slides raise an alarm
 * @param protocols when a slide is called positive; none by default, since the literature
 *     disagrees; the first of a marker calls, all of them stand in the cohort table
 */
public record StudySettings(
    IhcSettings ihc, PetSettings pet, ControlSettings controls, List<MarkerProtocol> protocols) {

  public StudySettings {
    Objects.requireNonNull(ihc, "ihc");
    Objects.requireNonNull(pet, "pet");
    Objects.requireNonNull(controls, "controls");
    protocols = List.copyOf(protocols);
  }

  /** Returns the defaults. */
  public static StudySettings defaults() {
    return new StudySettings(
        IhcSettings.defaults(), PetSettings.defaults(), ControlSettings.defaults(), List.of());
  }

  /**
   * Reads a settings file; what it leaves out has its default.
   *
   * @throws org.ranklens.RefusedException where a key is unknown or a value impossible; names it
   */
  public static StudySettings read(Path file) throws IOException {
    return SettingsTree.overlay(file, defaults(), StudySettings.class);
  }

  /** Returns the settings that a result was made with, from its provenance. */
  static StudySettings of(ObjectNode resultSettings) throws IOException {
    return SettingsTree.overlay(resultSettings, Provenance.NAME, defaults(), StudySettings.class);
  }

  /** Returns these settings with others of the slides. */
  public StudySettings withIhc(IhcSettings changed) {
    return new StudySettings(changed, pet, controls, protocols);
  }

  /** Returns the first protocol of a marker, or one that calls nothing. */
  public MarkerProtocol protocol(String marker) {
    return protocols.stream()
        .filter(protocol -> protocol.marker().equalsIgnoreCase(marker))
        .findFirst()
        .orElseGet(() -> MarkerProtocol.none(marker));
  }

  /** Returns the protocols of these settings, then those that are shipped. */
  List<MarkerProtocol> allProtocols() {
    return Stream.concat(protocols.stream(), ShippedProtocols.all().stream()).toList();
  }

  /** Returns all settings as JSON, without what changes no result. */
  ObjectNode resultSettings() {
    ObjectNode tree = RecordTree.of(this);
    ((ObjectNode) tree.get("ihc")).remove("tileSizePx");
    return tree;
  }
}
