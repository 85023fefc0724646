package org.ranklens.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ranklens.Version;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.report.Provenance.OneItem;

/**
 * What an item's result is made from. Two results of one digest are the same, byte for byte.
 *
 * @param files every input file
 * @param digest of everything that the result depends on; empty where an input can't be read
 * @param trouble why an input can't be read
 */
record ItemOrigin(List<InputFile> files, String digest, Optional<IOException> trouble) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  ItemOrigin {
    files = List.copyOf(files);
  }

  /**
   * Looks at an item's inputs.
   *
   * @param conditions see {@link #conditions}
   * @param known what an earlier run saw of them
   */
  static ItemOrigin of(Item item, String conditions, List<InputFile> known, Workplace workplace) {
    try {
      List<InputFile> files =
          InputFile.of(allInputs(item, workplace), known, workplace.execution());
      List<String> parts = parts(item, conditions);
      for (InputFile file : files) {
        parts.add(file.name());
        parts.add(file.sha256());
      }
      return new ItemOrigin(files, digest(parts), Optional.empty());
    } catch (IOException e) {
      return new ItemOrigin(List.of(), "", Optional.of(e));
    }
  }

  /**
   * Returns whether an earlier result is of this very origin and stays. One that failed is tried
   * again, for a share may have been away; a refusal would come out the same.
   */
  boolean gave(OneItem earlier) {
    return trouble.isEmpty()
        && digest.equals(earlier.madeFrom())
        && !earlier.status().equals("failed");
  }

  /** Returns the digest of what all items of a run depend on: version, settings, readers. */
  static String conditions(Workplace workplace) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(Version.exact());
    parts.add(workplace.settings().resultSettings().toString());
    parts.add(workplace.slideReader().toString());
    parts.add(workplace.pixelSizeMicrons().toString());
    parts.add(workplace.dicomReader().toString());
    parts.add(workplace.corrections().toString());
    for (Path folder : workplace.plugins().folders()) {
      parts.addAll(jars(folder));
    }
    return digest(parts);
  }

  /** Another Bio-Formats may read another thing, and one that is new may read what was refused. */
  private static List<String> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      for (Path jar : (Iterable<Path>) walk.sorted()::iterator) {
        if (jar.toString().endsWith(".jar")) {
          names.add(jar.getFileName() + " " + Files.size(jar));
        }
      }
    }
    return names;
  }

  /** The files of the item, and those that say what to do with them. */
  static List<Path> allInputs(Item item, Workplace workplace) {
    List<Path> all = new ArrayList<>(item.inputs());
    item.inputs().forEach(input -> all.addAll(Slides.foldersOf(input)));
    for (ManifestRow row : rows(item)) {
      row.roi().ifPresent(all::add);
    }
    if (item instanceof Item.PetCt) {
      workplace.lesionMask().ifPresent(all::add);
    } else if (!workplace.settings().ihc().nucleusModel().file().isEmpty()) {
      all.add(Path.of(workplace.settings().ihc().nucleusModel().file()));
    }
    return all;
  }

  static List<String> parts(Item item, String conditions) {
    List<String> parts = new ArrayList<>(List.of(conditions, item.folder()));
    for (ManifestRow row : rows(item)) {
      parts.add(row.caseCode());
      parts.add(row.timepoint());
      parts.add(row.date().toString());
      parts.add(row.kind().toString());
      parts.add(row.marker());
      parts.add(row.role().toString());
      parts.add(row.batch());
      parts.add(row.pixelSizeMicrons().toString());
      parts.add(row.overrides().toString());
      parts.add(row.cycles().toString());
      parts.add(row.series().toString());
    }
    return parts;
  }

  static List<ManifestRow> rows(Item item) {
    return item instanceof Item.Ihc slide ? List.of(slide.row()) : ((Item.PetCt) item).rows();
  }

  /** A list in JSON reads in one way only, whatever the parts hold. */
  static String digest(List<String> parts) {
    try {
      byte[] text = MAPPER.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(InputFile.sha256Digest().digest(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
