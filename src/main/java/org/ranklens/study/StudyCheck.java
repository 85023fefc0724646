package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ranklens.RefusedException;
import org.ranklens.Version;
import org.ranklens.ihc.PixelSize;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.suv.SuvCalculator;

/**
 * What can be told of a manifest before a run: its inputs' headers are read, nothing is measured.
 *
 * @param version of Ranklens
 * @param items every item, in the order of the tables
 */
public record StudyCheck(String version, List<CheckedItem> items) {

  /**
   * An item and its inputs.
   *
   * @param folder where its files would lie
   * @param status {@code ok}, {@code refused} or {@code failed}
   * @param reason why, for all but {@code ok}
   * @param inputs digest of settings, row and of every input's name, size and time: another one
   *     means that the item must be worked on again
   */
  public record CheckedItem(String folder, String status, String reason, String inputs) {}

  public StudyCheck {
    items = List.copyOf(items);
  }

  /**
   * Reads the headers of everything that a manifest names.
   *
   * @throws IOException where the manifest is not valid
   */
  public static StudyCheck of(Manifest manifest, Workplace workplace) throws IOException {
    List<Item> items = workplace.shard().of(manifest.items());
    String conditions = ItemOrigin.conditions(workplace);
    workplace.execution().progress().begin("checking " + items.size() + " items", items.size());
    List<CheckedItem> checked = new ArrayList<>();
    for (Item item : items) {
      workplace.execution().progress().check();
      checked.add(check(item, conditions, workplace));
      workplace.execution().progress().advance(1);
    }
    return new StudyCheck(Version.current(), checked);
  }

  /** Returns those that will have no result. */
  public List<CheckedItem> bad() {
    return items.stream().filter(item -> !item.status().equals("ok")).toList();
  }

  /** Returns the check as JSON. */
  public String json() {
    return SettingsTree.of(this).toPrettyString();
  }

  private static CheckedItem check(Item item, String conditions, Workplace workplace) {
    String inputs = "";
    try {
      inputs = inputs(item, conditions, workplace);
      if (item instanceof Item.Ihc slide) {
        slide(slide.row(), workplace);
      } else {
        for (ManifestRow row : ItemOrigin.rows(item)) {
          scan(row, workplace);
        }
      }
      return new CheckedItem(item.folder(), "ok", "", inputs);
    } catch (RefusedException e) {
      return new CheckedItem(item.folder(), "refused", e.getMessage(), inputs);
    } catch (IOException e) {
      return new CheckedItem(item.folder(), "failed", Sentences.of(e), inputs);
    }
  }

  private static void slide(ManifestRow row, Workplace workplace) throws IOException {
    if (row.roi().isPresent()) {
      RoiFile.read(row.roi().orElseThrow());
    }
    SlideOptions options =
        new SlideOptions(
            workplace.slideReader(), workplace.pixelSizeMicrons(row), workplace.plugins());
    PixelSize.micronsOf(Slides.facts(row.path(), options));
  }

  private static void scan(ManifestRow row, Workplace workplace) throws IOException {
    PetCtStudy study =
        PetCtStudy.choose(
            SeriesFinder.find(row.path(), DicomReader.embedded(), workplace.execution()),
            row.series());
    SuvCalculator.scale(study.pet(), workplace.settings().pet().suv(), row.overrides());
  }

  private static String inputs(Item item, String conditions, Workplace workplace)
      throws IOException {
    List<String> parts = ItemOrigin.parts(item, conditions);
    for (Path input : ItemOrigin.allInputs(item, workplace)) {
      try (Stream<Path> walk = Files.walk(input)) {
        for (Path file : (Iterable<Path>) walk.sorted()::iterator) {
          BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
          if (is.isRegularFile()) {
            parts.add(file + " " + is.size() + " " + is.lastModifiedTime().toInstant());
          }
        }
      }
    }
    return ItemOrigin.digest(parts);
  }
}
