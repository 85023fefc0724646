package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The zip in a real ImageJ on a virtual screen, by menu, mouse and keyboard. */
@Tag("fiji")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FijiIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration WORK = Duration.ofMinutes(1);
  private static final String OVAL = "makeOval(100, 120, 300, 260);";
  private static final String MENU = "Plugins>Ranklens>";
  private static final String RANK =
      Path.of("sample-images/case-01/rank.tif").toAbsolutePath().toString();

  @TempDir static Path temporary;

  private static VirtualScreen screen;
  private static ImageJFolder folder;
  private static Path field;
  private static DrivenImageJ imageJ;

  @BeforeAll
  static void startImageJ() throws Exception {
    assumeTrue(VirtualScreen.available(), "Xvfb is missing: apt-get install xvfb");
    screen = VirtualScreen.open();
    folder = ImageJFolder.unpack(temporary.resolve("ImageJ"));
    imageJ = DrivenImageJ.start(folder, ImageJFolder.imageJ(), screen);
  }

  @AfterAll
  static void stopImageJ() {
    if (imageJ != null) {
      imageJ.close();
    }
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  @Order(1)
  void theMenuHasFiveCommandsAndAnEllipsisOnlyWhereADialogOpens() throws Exception {
    assertThat(imageJ.tell("menu", "Plugins>Ranklens").lines())
        .containsExactly(
            "Score RANK/RANKL Slide...",
            "Measure PET/CT Response...",
            "Show Results Folder...",
            "-",
            "Documentation",
            "About");
  }

  @Test
  @Order(2)
  void aCancelledDialogDoesNothing() throws Exception {
    imageJ.tell("choose", "Plugins>Ranklens>Score RANK/RANKL Slide...");
    imageJ.await("Score RANK/RANKL Slide", SOON);
    picture("dialog");
    imageJ.tell("click", "Score RANK/RANKL Slide|Cancel");
    Thread.sleep(300);
    assertThat(imageJ.windows()).containsExactly("ImageJ");
  }

  @Test
  @Order(3)
  void withoutAnImageTheFileIsOfferedAndTheOpenImageRefused() throws Exception {
    assertThat(refusal(() -> score("Open image", "", "out-none")))
        .isEqualTo("No image is open; open a slide, or choose Input: File and give a slide file.");
  }

  @Test
  @Order(4)
  void theOpenImageGivesTheBytesOfTheCommandLineAndShowsCellsAndTables() throws Exception {
    openField();
    calibrate();
    score("Open image", "", "out-open");
    imageJ.await("Ranklens cells", WORK);
    imageJ.tell("eval", "run('Tile');");
    picture("scored");
    Commandline.ranklens(
        "ihc", field.toString(), "--marker", "RANK", "--pixel-size-um", "0.5", "--out", at("cli"));
    assertSameFiles("out-open", "cli", "ihc.csv", "cells.csv", "cells.geojson");
    long cells = Files.readAllLines(temporary.resolve("cli/cells.csv")).size() - 1L;
    assertThat(imageJ.tell("eval", "return '' + Table.size('Ranklens cells');"))
        .isEqualTo(Long.toString(cells));
    assertThat(imageJ.tell("eval", "return '' + Table.size('Ranklens scores');")).isEqualTo("3");
    assertThat(Long.parseLong(imageJ.tell("eval", "return '' + Overlay.size;")))
        .isGreaterThan(cells);
  }

  @Test
  @Order(5)
  void theSelectionIsARegionOfItsOwn() throws Exception {
    imageJ.tell("eval", OVAL + "saveAs('Selection', '" + at("oval.roi") + "');" + OVAL);
    score("Open image", "", "out-oval");
    imageJ.await("Ranklens cells", WORK);
    Commandline.ranklens(
        "ihc",
        field.toString(),
        "--marker",
        "RANK",
        "--pixel-size-um",
        "0.5",
        "--roi",
        at("oval.roi"),
        "--out",
        at("cli-oval"));
    imageJ.tell("eval", "run('Select None');");
    assertThat(Files.readString(temporary.resolve("out-oval/ihc.csv")))
        .isEqualTo(
            Files.readString(temporary.resolve("cli-oval/ihc.csv")).replace("oval", "selection"));
  }

  @Test
  @Order(6)
  void anImageWithoutPixelSizeIsRefused() throws Exception {
    imageJ.tell("eval", "run('Properties...', 'unit=pixel pixel_width=1 pixel_height=1');");
    assertThat(refusal(() -> score("Open image", "", "out-pixel")))
        .isEqualTo(
            "field.png: has no pixel size: its unit is 'pixel'; set it by Image > Properties..."
                + " (unit um), or type it into the dialog.");
  }

  @Test
  @Order(7)
  void aStackIsRefused() throws Exception {
    imageJ.tell("eval", "newImage('three', 'RGB white', 200, 200, 3);");
    assertThat(refusal(() -> score("Open image", "0.5", "out-stack")))
        .startsWith("three: is a stack of 3 images, and a slide is one RGB image");
    imageJ.tell("eval", "close('three');");
  }

  @Test
  @Order(8)
  void aSecondRunIsRefusedAndEscapeStopsTheFirstWithinTwoSeconds() throws Exception {
    calibrate();
    // So much tissue that work goes on until Escape is pressed.
    imageJ.tell(
        "eval",
        "w = getWidth; h = getHeight; newImage('wide', 'RGB white', 12000, 12000, 1);"
            + " for (y = 0; y < 12000; y += h) for (x = 0; x < 12000; x += w)"
            + " run('Insert...', 'source=field.png destination=wide x=' + x + ' y=' + y);"
            + " selectWindow('wide');");
    calibrate();
    score("Open image", "", "out-escape");
    awaitStatus("%", WORK);
    snapshot("working");
    assertThat(refusal(() -> imageJ.tell("choose", MENU + "Measure PET/CT Response...")))
        .isEqualTo("Ranklens is still at work; wait until it is done, or stop it by Escape.");
    awaitStatus("%", WORK);
    long pressed = Long.parseLong(imageJ.tell("escape", ""));
    awaitStatus("stopped", SOON);
    assertThat(Duration.ofNanos(System.nanoTime() - pressed)).isLessThan(Duration.ofSeconds(2));
    assertThat(temporary.resolve("out-escape/ihc.csv")).doesNotExist();
    imageJ.tell("eval", "close('wide'); close('field.png');");
  }

  @Test
  @Order(9)
  void aRecordedMacroGivesTheBytesOfTheCommandLineWithAndWithoutAScreen() throws Exception {
    imageJ.tell("eval", "run('Record...');");
    score("File", "", "out-recorded");
    imageJ.await("rank.tif", WORK);
    imageJ.tell("eval", "run('Tile');");
    picture("file");
    String macro = imageJ.tell("recorded", "");
    assertThat(macro).contains("run(\"Score RANK/RANKL Slide...\", \"input=File slide=" + RANK);
    String again =
        macro.lines().filter(line -> line.startsWith("run(\"Score")).findFirst().orElseThrow();
    Commandline.ranklens("ihc", RANK, "--marker", "RANK", "--out", at("cli-file"));
    String screenMacro = again.replace("out-recorded", "out-screen");
    String said = folder.batch(false, ImageJFolder.imageJ(), screen.display(), screenMacro);
    assertThat(said).doesNotContain("Exception");
    String headlessMacro =
        "call(\"org.ranklens.entry.Ranklens.headless\");\n"
            + again.replace("out-recorded", "out-headless");
    said = folder.batch(true, ImageJFolder.imageJ(), "", headlessMacro);
    assertThat(said).doesNotContain("Exception");
    for (String out : List.of("out-recorded", "out-screen", "out-headless")) {
      assertSameFiles(out, "cli-file", "ihc.csv", "cells.csv", "cells.geojson");
    }
  }

  @Test
  @Order(10)
  void scansAreShownInSuvWithTheirLesionsAndTheResponse() throws Exception {
    String dialog = "Measure PET/CT Response";
    Path scans = Path.of("sample-images", "case-01", "petct").toAbsolutePath();
    imageJ.tell("choose", MENU + dialog + "...");
    imageJ.await(dialog, SOON);
    picture("pet-dialog");
    imageJ.tell("type", dialog + "|0|" + scans.resolve("baseline"));
    imageJ.tell("type", dialog + "|1|" + scans.resolve("followup"));
    imageJ.tell("type", dialog + "|5|" + at("out-pet"));
    imageJ.tell("click", dialog + "|OK");
    imageJ.await("SUVbw followup", WORK);
    picture("pet");
    Commandline.ranklens(
        "pet",
        scans.resolve("baseline").toString(),
        scans.resolve("followup").toString(),
        "--out",
        at("cli-pet"));
    assertSameFiles(
        "out-pet", "cli-pet", "suv.csv", "lesions.csv", "response.csv", "registration.csv");
    // The truth of the sample case: three lesions at two time points, voxels of 4 mm.
    assertThat(imageJ.tell("eval", "return '' + Table.size('Ranklens lesions');")).isEqualTo("6");
    assertThat(
            imageJ.tell("eval", "return '' + Table.getString('category', 0, 'Ranklens response');"))
        .isEqualTo("CMR");
    String state =
        "selectWindow('SUVbw baseline'); getVoxelSize(w, h, d, unit); Stack.getStatistics(n, m,"
            + " low, high); return '' + w + ' ' + h + ' ' + d + ' ' + unit + ' ' + d2s(high, 1);";
    assertThat(imageJ.tell("eval", state)).startsWith("4 4 4 mm ");
  }

  @Test
  @Order(11)
  void aboutAndResultsOpen() throws Exception {
    imageJ.tell("choose", MENU + "About");
    imageJ.await("About Ranklens", SOON);
    picture("about");
    imageJ.tell("click", "About Ranklens|OK");
    imageJ.tell(
        "eval", "run('Show Results Folder...', 'results=" + at("cli-file") + " show=tables');");
    assertThat(imageJ.windows()).contains("Ranklens scores", "Ranklens cells");
    assertThat(
            refusal(
                () -> {
                  imageJ.tell("choose", MENU + "Show Results Folder...");
                  imageJ.await("Show Results Folder", SOON);
                  imageJ.tell("type", "Show Results Folder|0|" + temporary);
                  imageJ.tell("click", "Show Results Folder|OK");
                }))
        .isEqualTo(temporary + " holds no results of Ranklens: there is no provenance.json in it.");
  }

  private static void openField() throws Exception {
    field = temporary.resolve("field.png");
    Commandline.ranklens(
        "region",
        RANK,
        "--x",
        "300",
        "--y",
        "300",
        "--width",
        "700",
        "--height",
        "600",
        "--out",
        field.toString());
    imageJ.tell("eval", "open('" + field + "');");
    imageJ.await("field.png", SOON);
  }

  private static void calibrate() throws Exception {
    imageJ.tell(
        "eval", "run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.5 voxel_depth=1');");
  }

  /** Fills the dialog and clicks OK. */
  private static void score(String input, String pixelSize, String out) throws Exception {
    String dialog = "Score RANK/RANKL Slide";
    imageJ.tell("choose", MENU + dialog + "...");
    imageJ.await(dialog, SOON);
    imageJ.tell("select", dialog + "|0|" + input);
    imageJ.tell("type", dialog + "|0|" + RANK);
    imageJ.tell("type", dialog + "|1|" + pixelSize);
    imageJ.tell("type", dialog + "|4|" + at(out) + "/");
    imageJ.tell("click", dialog + "|OK");
  }

  /** Does something that is refused, and returns in which words. */
  private static String refusal(Action action) throws Exception {
    action.run();
    imageJ.await("Ranklens", SOON);
    String shown = imageJ.tell("text", "Ranklens");
    String text = shown.substring(0, shown.indexOf("\n<OK>")).replace('\n', ' ');
    imageJ.tell("click", "Ranklens|OK");
    return text;
  }

  private static void awaitStatus(String part, Duration longest) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    String status = imageJ.tell("status", "");
    while (!status.contains(part)) {
      assertThat(System.nanoTime()).as("still '" + status + "'").isLessThan(end);
      Thread.sleep(20);
      status = imageJ.tell("status", "");
    }
  }

  private static void assertSameFiles(String one, String other, String... names) {
    for (String name : names) {
      assertThat(temporary.resolve(one).resolve(name))
          .hasSameBinaryContentAs(temporary.resolve(other).resolve(name));
    }
  }

  private static String at(String name) {
    return temporary.resolve(name).toString();
  }

  /** The screen once it stands still. */
  private static void picture(String name) throws Exception {
    imageJ.tell("picture", pictureFile(name));
  }

  /** The screen at once: while work goes on it never stands still. */
  private static void snapshot(String name) throws Exception {
    imageJ.tell("snapshot", pictureFile(name));
  }

  private static String pictureFile(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "fiji-pictures"));
    return folder.resolve(name + ".png").toAbsolutePath().toString();
  }

  /** What may fail in any way. */
  private interface Action {
    void run() throws Exception;
  }
}
