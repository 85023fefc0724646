package org.ranklens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.report.PngFile;

/** Every mistake ends in one clear sentence, no stack trace, and the exit code of the README. */
class BadInputTest {

  private static final String HEADER = "case,timepoint,date,kind,marker,path,roi\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private PrintStream before;

  @BeforeEach
  void listen() {
    before = System.err;
    System.setErr(new PrintStream(told, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(before);
  }

  private int run(Object... args) {
    List<String> words = new ArrayList<>();
    for (Object arg : args) {
      words.add(arg.toString());
    }
    return Main.run(words.toArray(String[]::new));
  }

  private void tells(String text) {
    assertThat(told.toString(UTF_8)).contains(text).doesNotContain("\tat ");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path file(String name, byte... bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path manifest(String text) throws IOException {
    return Files.writeString(folder.resolve("m.csv"), text);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertThat(run("measure")).isEqualTo(ExitCode.WRONG_USAGE);
    tells("there is no command 'measure'");
  }

  @Test
  void helpIsNoMistake() {
    PrintStream out = System.out;
    System.setOut(new PrintStream(told, true, UTF_8));
    try {
      assertThat(run("help")).isEqualTo(ExitCode.DONE);
      tells("Usage: ranklens [-hV] COMMAND");
      assertThat(run("help", "help")).isEqualTo(ExitCode.DONE);
      assertThat(run("help", "ihc")).isEqualTo(ExitCode.DONE);
      tells("Usage: ranklens ihc [-hV]");
    } finally {
      System.setOut(out);
    }
  }

  @ParameterizedTest
  @CsvSource({"ihx,ihc", "setings,settings", "runn,run"})
  void helpOfAnUnknownCommandIsWrongUsageAndNamesTheNearest(String typed, String nearest) {
    assertThat(run("help", typed)).isEqualTo(ExitCode.WRONG_USAGE);
    tells("ranklens: there is no command '" + typed + "'; did you mean " + nearest + "?");
    assertThat(told.toString(UTF_8)).doesNotContain("Usage:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void anUnknownCommandWithTheHelpOptionIsWrongUsage(String option) {
    assertThat(run("ihx", option)).isEqualTo(ExitCode.WRONG_USAGE);
    tells("ranklens: there is no command 'ihx'");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(run("ihc", "a.tif", "--marker", "RANK", "--out", out(), "--colour", "red"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("--colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "RA\nNK", "RANK\u0007"})
  void aMarkerThatIsNoNameOnOneLineIsWrongUsage(String marker) {
    assertThat(run("ihc", "a.tif", "--marker", marker, "--out", out()))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("--marker must be a name on one line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"70d", "0x1p3", "NaN", "Infinity", "7,5", "", "seventy"})
  void aNumberOfAnOptionIsWrittenAsInATable(String number) {
    assertThat(run("suv", folder, "--out", out(), "--weight-kg", number))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("'--weight-kg': '" + number + "' is not a number; write it as 70 or 0.5");
  }

  @Test
  void aSeedIsAWholeNumber() {
    assertThat(run("phantom", out(), "--seed", "1.5")).isEqualTo(ExitCode.WRONG_USAGE);
    tells("'--seed': '1.5' is not a whole number");
  }

  @Test
  void aMissingSlideIsRefused() {
    Path missing = folder.resolve("gone.tif");
    assertThat(run("ihc", missing, "--marker", "RANK", "--out", out()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("gone.tif: no such file");
    assertThat(out().resolve("ihc.csv")).content().contains("failed");
  }

  @ParameterizedTest
  @CsvSource({
    "ihc,https://example.org/a.svs",
    "info,s3://bucket/a.svs",
    "pet,https://example.org/scans",
    "suv,gs://bucket/scans",
    "run,HTTP://example.org/m.csv",
    "agreement,ftp://example.org/r.csv"
  })
  void anAddressIsRefusedAndNotLookedForAsAFile(String command, String address) {
    assertThat(run(command, address, "--out", out())).isEqualTo(ExitCode.INPUT_REFUSED);
    tells(
        "ranklens: "
            + address
            + ": is an address, no path; files have to be on this computer or a mounted drive: copy"
            + " or mount it, and give its path.");
    assertThat(out()).doesNotExist();
  }

  @Test
  void anEmptyPathIsNotTheFolderOneStandsIn() {
    assertThat(run("ihc", "a.svs", "--marker", "RANK", "--out", ""))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("'--out': the path is empty; write . for this folder");
    assertThat(run("info", "")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void aFileThatIsTakenForAnOptionIsTold() throws IOException {
    Path file = Files.createTempFile(Path.of(""), "-slide", ".png");
    try {
      assertThat(run("ihc", file.getFileName(), "--marker", "RANK", "--out", out()))
          .isEqualTo(ExitCode.WRONG_USAGE);
      tells("a name that begins with - is taken for an option; write ./" + file.getFileName());
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1,0,10,10", "0,-1,10,10", "0,0,0,10", "0,0,10,-5"})
  void aRegionHasAPlaceAndASize(int x, int y, int width, int height) {
    Object[] region = {"--x", x, "--y", y, "--width", width, "--height", height};
    List<Object> words = new ArrayList<>(List.of("region", "a.svs", "--out", out()));
    words.addAll(List.of(region));
    assertThat(run(words.toArray())).isEqualTo(ExitCode.WRONG_USAGE);
    tells("--width and --height at least 1, not " + x + ", " + y + ", " + width + ", " + height);
  }

  @Test
  void anAddressToWriteToIsWrongUsage() {
    assertThat(run("info", "a.svs", "--plugins", "s3://bucket/out"))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run("suv", folder, "--out", "s3://bucket/out")).isEqualTo(ExitCode.WRONG_USAGE);
    tells("s3://bucket/out: is an address, no path");
  }

  @Test
  void anAddressInAManifestIsRefusedWithItsLine() throws IOException {
    Path manifest = manifest(HEADER + "a,t,2024-01-01,ihc,RANK,s3://bucket/a.svs,\n");
    assertThat(run("run", manifest, "--out", out())).isEqualTo(ExitCode.INPUT_REFUSED);
    tells("m.csv line 2: path is the address 's3://bucket/a.svs' [path]; files have to be on this");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.svs");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThat(run("ihc", pipe, "--marker", "RANK", "--out", out()))
                .isEqualTo(ExitCode.INPUT_REFUSED));
    tells("pipe.svs: is a pipe or a device");
  }

  @Test
  void anEmptySlideIsRefused() throws IOException {
    assertThat(run("ihc", file("empty.tif"), "--marker", "RANK", "--out", out()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("empty.tif: is empty");
  }

  @Test
  void textNamedTifIsRefused() throws IOException {
    Path text = file("text.tif", "just words, no picture".getBytes(UTF_8));
    assertThat(run("ihc", text, "--marker", "RANK", "--out", out()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("text.tif");
  }

  @Test
  void aTruncatedTiffIsRefused() throws IOException {
    Path truncated = file("cut.tif", (byte) 'I', (byte) 'I', (byte) 42, (byte) 0, (byte) 99);
    assertThat(run("ihc", truncated, "--marker", "RANK", "--out", out()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("cut.tif");
  }

  @Test
  void aSlideWithoutPixelSizeIsRefusedWithTheOptionThatGivesIt() throws IOException {
    Path png = folder.resolve("a.png");
    PngFile.write(png, 8, 8, new byte[3 * 64]);
    assertThat(run("ihc", png, "--marker", "RANK", "--out", out()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("--pixel-size-um");
  }

  @Test
  void aFileInPlaceOfTheOutputFolderIsWrongUsage() throws IOException {
    Path png = folder.resolve("a.png");
    PngFile.write(png, 8, 8, new byte[3 * 64]);
    Path inTheWay = file("out.txt", (byte) 1);
    assertThat(run("ihc", png, "--marker", "RANK", "--out", inTheWay, "--pixel-size-um", "0.5"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("give another --out");
  }

  @Test
  void anUnknownKindInAManifestIsRefused() throws IOException {
    Path manifest = manifest(HEADER + "c,b,2024-01-01,mri,RANK,a.tif,\n");
    assertThat(run("run", manifest, "--out", out())).isEqualTo(ExitCode.INPUT_REFUSED);
    tells("line 2: kind is 'mri'");
    assertThat(out()).doesNotExist();
  }

  @Test
  void aMissingColumnOfAManifestIsRefused() throws IOException {
    Path manifest = manifest("case,timepoint,date,kind,path,roi\nc,b,,ihc,a.tif,\n");
    assertThat(run("run", manifest, "--out", out())).isEqualTo(ExitCode.INPUT_REFUSED);
    tells("the column is missing [marker]");
  }

  @Test
  void aBadItemIsARowAndTheOthersGoOn() throws IOException {
    Path manifest =
        manifest(
            HEADER + "c,b,2024-01-01,ihc,RANK,gone.tif,\n" + "c,b,2024-01-01,petct,,nowhere,\n");
    assertThat(run("run", manifest, "--out", out())).isEqualTo(ExitCode.SOME_ITEMS_FAILED);
    tells("2 of 2 items have no result");
    assertThat(out().resolve("ihc.csv")).content().contains("gone.tif");
    assertThat(out().resolve("suv.csv")).content().contains("nowhere");
    assertThat(out().resolve("ihc.csv")).content().doesNotContain(folder.toString());
    assertThat(out().resolve("suv.csv")).content().doesNotContain(folder.toString());
  }

  @Test
  void aScanFolderWithoutDicomIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("scan"));
    assertThat(run("pet", empty, "--out", out())).isEqualTo(ExitCode.INPUT_REFUSED);
    tells("scan");
  }

  @Test
  void aShardOutOfRangeIsWrongUsage() throws IOException {
    Path manifest = manifest(HEADER + "c,b,2024-01-01,ihc,RANK,a.tif,\n");
    assertThat(run("run", manifest, "--out", out(), "--shard", "3/2"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    tells("--shard");
  }

  @Test
  void anUnknownSettingIsRefusedByItsName() throws IOException {
    Path settings = Files.writeString(folder.resolve("s.json"), "{\"ihc\":{\"cel\":{}}}");
    Path manifest = manifest(HEADER + "c,b,2024-01-01,ihc,RANK,a.tif,\n");
    assertThat(run("run", manifest, "--out", out(), "--settings", settings))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    tells("[ihc.cel]");
  }
}
