package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.report.OutputException;

/** Items that are refused are quick to work on, and rows like any other. */
class StudyRunTest {

  private static final int SLIDES = 5;

  @TempDir Path folder;

  private Path manifest;

  @BeforeEach
  void slidesWithoutPixelSize() throws IOException {
    StringBuilder text = new StringBuilder("case,timepoint,date,kind,marker,path,roi,role\n");
    for (int i = 1; i <= SLIDES; i++) {
      String name = "slide-" + i + ".png";
      ImageIO.write(
          new BufferedImage(8 + i, 8, BufferedImage.TYPE_INT_RGB),
          "png",
          folder.resolve(name).toFile());
      text.append("c")
          .append(i)
          .append(",baseline,,ihc,RANK,")
          .append(name)
          .append(i == 2 ? ",,negative_control\n" : ",,\n");
    }
    manifest = Files.writeString(folder.resolve("m.csv"), text);
  }

  @Test
  void everyItemThatIsRefusedIsARowAndTheOthersGoOn() throws IOException {
    StudyRun.Summary summary = run("out", Shard.whole(), false);
    assertThat(summary.items()).isEqualTo(SLIDES);
    assertThat(summary.failures()).hasSize(SLIDES);
    assertThat(Files.readAllLines(folder.resolve("out/ihc.csv"))).hasSize(1 + SLIDES);
  }

  @Test
  void noRowSaysWhereOnTheMachineAnInputLies() throws IOException {
    StudySettings settings = StudySettings.defaults();
    String model = folder.resolve("gone.onnx").toString();
    Workplace workplace =
        Workplace.of(
            settings.withIhc(
                settings.ihc().withNucleusModel(settings.ihc().nucleusModel().withFile(model))),
            PluginFolders.none(),
            Execution.single());
    StudyRun.run(Manifest.read(manifest), folder.resolve("out"), workplace, false);
    assertThat(Files.readString(folder.resolve("out/ihc.csv")))
        .contains("gone.onnx")
        .doesNotContain(folder.toString());
  }

  @Test
  void theControlOfAnotherShardIsKnownOnceTheyAreMerged() throws IOException {
    List<Path> parts = shards(2);
    assertThat(parts.get(0).resolve("ihc.csv")).content().doesNotContain(",slide-2.png,");
    merge(parts);
    assertThat(Files.readAllLines(folder.resolve("merged/ihc.csv")).get(1))
        .contains("slide-1.png")
        .contains(",slide-2.png,");
  }

  @Test
  void aResumedRunKeepsWhatIsThereAndWritesNothing() throws IOException {
    run("out", Shard.whole(), false);
    Map<String, String> before = files("out");
    Path table = folder.resolve("out/ihc.csv");
    Object written = Files.getLastModifiedTime(table);
    assertThat(run("out", Shard.whole(), true).kept()).isEqualTo(SLIDES);
    assertThat(files("out")).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(table)).isEqualTo(written);
  }

  @Test
  void anItemThatFailedIsTriedAgainAndChangesNothingWhereItFailsAgain() throws IOException {
    Files.write(folder.resolve("slide-2.png"), new byte[] {'I', 'I', 42, 0, 9});
    run("out", Shard.whole(), false);
    Path table = folder.resolve("out/ihc.csv");
    assertThat(Files.readString(table)).contains(",failed,");
    Object written = Files.getLastModifiedTime(table);
    StudyRun.Summary summary = run("out", Shard.whole(), true);
    assertThat(summary.kept()).isEqualTo(SLIDES - 1);
    assertThat(summary.failures()).hasSize(SLIDES);
    assertThat(Files.getLastModifiedTime(table)).isEqualTo(written);
  }

  /** What failed is on disk for sure once a run came to its end. */
  @Test
  void whatFailedIsWrittenAnewWhereTheRunDiedBefore() throws IOException {
    Files.write(folder.resolve("slide-2.png"), new byte[] {'I', 'I', 42, 0, 9});
    run("out", Shard.whole(), false);
    Path table;
    try (Stream<Path> all = Files.walk(folder.resolve("out/items"))) {
      table = all.filter(path -> path.toString().endsWith("slide-2/ihc.csv")).findFirst().get();
    }
    String whole = Files.readString(table);
    Files.write(table, new byte[0]);
    Files.delete(folder.resolve("out/provenance.json"));
    run("out", Shard.whole(), true);
    assertThat(table).hasContent(whole);
  }

  @Test
  void aCheckOfAPictureFindsWhatIsBrokenInIt() throws IOException {
    Files.writeString(manifest, "case,timepoint,date,kind,marker,path,roi,pixel_size_um\n");
    Files.writeString(
        manifest, "a,b,,ihc,RANK,slide-1.png,,0.5\n", java.nio.file.StandardOpenOption.APPEND);
    assertThat(StudyCheck.of(Manifest.read(manifest), workplace()).bad()).isEmpty();
    byte[] png = Files.readAllBytes(folder.resolve("slide-1.png"));
    png[png.length - 20]++;
    Files.write(folder.resolve("slide-1.png"), png);
    assertThat(StudyCheck.of(Manifest.read(manifest), workplace()).bad())
        .extracting(StudyCheck.CheckedItem::reason)
        .allMatch(reason -> reason.contains("slide-1.png: the PNG is corrupt in its chunk at byte"))
        .hasSize(1);
  }

  @Test
  void aResumedRunWorksAgainOnWhatChanged() throws IOException {
    run("out", Shard.whole(), false);
    Files.copy(
        folder.resolve("slide-1.png"),
        folder.resolve("slide-2.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run("out", Shard.whole(), true).kept()).isEqualTo(SLIDES - 1);
  }

  @Test
  void aResumedRunOfOtherSettingsKeepsNothing() throws IOException {
    run("out", Shard.whole(), false);
    assertThat(StudyRun.run(Manifest.read(manifest), folder.resolve("out"), other(), true).kept())
        .isZero();
  }

  @Test
  void aResumedRunAfterOneThatDiedWritesWhatOneGoWrites() throws IOException {
    run("whole", Shard.whole(), false);
    run("died", Shard.whole(), false);
    delete(folder.resolve("died/items/c3"));
    Files.delete(folder.resolve("died/ihc.csv"));
    Files.delete(folder.resolve("died/provenance.json"));
    Files.createDirectories(folder.resolve("died/items/c3/.ranklens-partial-x"));
    Files.createDirectories(folder.resolve("died/items/c4/.ranklens-partial-old-x"));
    assertThat(run("died", Shard.whole(), true).kept()).isEqualTo(SLIDES - 1);
    assertThat(files("died")).isEqualTo(files("whole"));
  }

  @Test
  void mergedShardsAreTheWholeByteForByteWhateverTheirNumberAndOrder() throws IOException {
    run("whole", Shard.whole(), false);
    for (int of : new int[] {1, 2, 3, 7}) {
      List<Path> parts = shards(of);
      java.util.Collections.reverse(parts);
      Path out = folder.resolve("merged-" + of);
      StudyRun.Summary summary = StudyMerge.merge(parts, out, Execution.single());
      assertThat(summary.items()).isEqualTo(SLIDES);
      assertThat(files("merged-" + of)).isEqualTo(files("whole"));
    }
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    List<Path> parts = shards(3);
    assertThatThrownBy(() -> merge(List.of(parts.get(0), parts.get(2))))
        .isInstanceOf(RefusedException.class)
        .hasMessage("shard 2 is missing of 3; name the folders of all shards.");
    assertThatThrownBy(() -> merge(List.of(parts.get(0), folder.resolve("gone"))))
        .hasMessageContaining("gone: no such folder, so this shard is missing");
  }

  @Test
  void aShardThatDiedIsNamed() throws IOException {
    List<Path> parts = shards(2);
    Files.delete(parts.get(1).resolve("provenance.json"));
    assertThatThrownBy(() -> merge(parts))
        .hasMessageContaining("2-of-2: holds no finished result of 'ranklens run'");
  }

  @Test
  void shardsOfDifferentRunsAreRefused() throws IOException {
    List<Path> parts = shards(2);
    StudyRun.run(Manifest.read(manifest), parts.get(1), other().withShard(new Shard(2, 2)), false);
    assertThatThrownBy(() -> merge(parts)).hasMessageContaining("was made with other settings");
    run("2-of-2", new Shard(2, 2), false);
    assertThatThrownBy(() -> merge(List.of(parts.get(0), parts.get(0))))
        .hasMessageContaining("is shard 1/2, and so is");
    run("2-of-2", new Shard(2, 3), false);
    assertThatThrownBy(() -> merge(parts)).hasMessageContaining("another number of shards (2/3)");
    Files.writeString(manifest, Files.readString(manifest).replace("c5", "c6"));
    run("2-of-2", new Shard(2, 2), false);
    assertThatThrownBy(() -> merge(parts)).hasMessageContaining("was made with another manifest");
  }

  @Test
  void aShardIsNotMergedIntoItself() throws IOException {
    List<Path> parts = shards(1);
    assertThatThrownBy(() -> StudyMerge.merge(parts, parts.get(0), Execution.single()))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("is one of the shards");
  }

  @Test
  void aSecondRunIntoOneFolderIsRefused() throws IOException {
    RunLock first = RunLock.of(folder.resolve("out"));
    try {
      assertThatThrownBy(() -> run("out", Shard.whole(), false))
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("another run is writing there");
    } finally {
      first.close();
    }
    assertThat(run("out", Shard.whole(), false).items()).isEqualTo(SLIDES);
  }

  /** The files of two that write at once would be mixed; one of them took the other's away. */
  @Test
  void aSlideOrScanAloneKeepsToTheSameRule() throws IOException {
    Path out = folder.resolve("out");
    Item item = Manifest.read(manifest).items().get(0);
    SuvRun.Request request =
        new SuvRun.Request(
            folder,
            Optional.empty(),
            Optional.empty(),
            SeriesChoice.byRule(),
            PatientOverrides.none());
    RunLock first = RunLock.of(out);
    try {
      assertThatThrownBy(() -> StudyRun.runOne(item, out, workplace()))
          .isInstanceOf(OutputException.class)
          .hasMessageEndingWith("another run is writing there; wait or give another --out.");
      assertThatThrownBy(() -> SuvRun.run(request, out, DicomReader.embedded(), workplace()))
          .isInstanceOf(OutputException.class)
          .hasMessageEndingWith("another run is writing there; wait or give another --out.");
    } finally {
      first.close();
    }
    assertThat(StudyRun.runOne(item, out, workplace()).good()).isFalse();
    assertThat(out).isDirectoryNotContaining("glob:**.ranklens-*");
  }

  @Test
  void aCheckReadsHeadersAndNamesWhatWillHaveNoResult() throws IOException {
    StudyCheck check = StudyCheck.of(Manifest.read(manifest), workplace());
    assertThat(check.bad()).hasSize(SLIDES);
    assertThat(check.bad().get(0).reason()).contains("the pixel size is not known");
    String before = check.items().get(0).inputs();
    Files.writeString(folder.resolve("slide-1.png"), "x");
    StudyCheck again = StudyCheck.of(Manifest.read(manifest), workplace());
    assertThat(again.items().get(0).inputs()).isNotEqualTo(before);
    assertThat(again.items().get(1).inputs()).isEqualTo(check.items().get(1).inputs());
  }

  private static Workplace workplace() {
    return Workplace.of(StudySettings.defaults(), PluginFolders.none(), Execution.single());
  }

  private static Workplace other() {
    StudySettings settings = StudySettings.defaults();
    return Workplace.of(
        settings.withIhc(settings.ihc().withSkipBadTiles(true)),
        PluginFolders.none(),
        Execution.single());
  }

  private StudyRun.Summary run(String out, Shard shard, boolean resume) throws IOException {
    return StudyRun.run(
        Manifest.read(manifest), folder.resolve(out), workplace().withShard(shard), resume);
  }

  private List<Path> shards(int of) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int i = 1; i <= of; i++) {
      run(i + "-of-" + of, new Shard(i, of), false);
      parts.add(folder.resolve(i + "-of-" + of));
    }
    return parts;
  }

  private void merge(List<Path> parts) throws IOException {
    StudyMerge.merge(parts, folder.resolve("merged"), Execution.single());
  }

  /** Every file's text by its name; the shard in provenance may differ, nothing else. */
  private Map<String, String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        if (Files.isRegularFile(path)) {
          String text =
              new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1);
          String relative = root.relativize(path).toString();
          files.put(relative, text.replaceAll("\"shard\" : \"[^\"]*\"", ""));
        }
      }
    }
    return files;
  }

  private static void delete(Path root) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
