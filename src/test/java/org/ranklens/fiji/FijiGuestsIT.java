package org.ranklens.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip among other people's libraries, and in the ImageJ that Debian ships. */
@Tag("fiji")
class FijiGuestsIT {

  private static final String RANK =
      Path.of("sample-images/case-01/rank.tif").toAbsolutePath().toString();

  @TempDir Path temporary;

  @Test
  void olderLibrariesAndAnotherOpenCvInTheJarsFolderChangeNothing() throws Exception {
    Path guests = Path.of(System.getProperty("ranklens.fiji.guests"));
    assumeTrue(VirtualScreen.available(), "Xvfb is missing: apt-get install xvfb");
    assumeTrue(Files.isDirectory(guests), "no other libraries: mvn verify -Pfiji");
    ImageJFolder folder = ImageJFolder.unpack(temporary.resolve("ImageJ"));
    try (Stream<Path> jars = Files.list(guests)) {
      for (Path jar : (Iterable<Path>) jars::iterator) {
        folder.addLibrary(jar);
      }
    }
    try (VirtualScreen screen = VirtualScreen.open();
        DrivenImageJ imageJ = DrivenImageJ.start(folder, ImageJFolder.imageJ(), screen)) {
      String before = imageJ.tell("other-opencv", "");
      imageJ.tell("eval", macro("with-guests"));
      assertThat(before).isEqualTo("4.9.0 12");
      assertThat(imageJ.tell("other-opencv", "")).isEqualTo(before);
      // A new plugin class loader must not load the natives again.
      imageJ.tell("eval", "run('Refresh Menus');");
      imageJ.tell("eval", macro("refreshed"));
    }
    Commandline.ranklens("ihc", RANK, "--marker", "RANK", "--out", at("cli"));
    for (String file : List.of("ihc.csv", "cells.csv", "cells.geojson")) {
      byte[] expected = Files.readAllBytes(temporary.resolve("cli").resolve(file));
      assertThat(temporary.resolve("with-guests").resolve(file)).hasBinaryContent(expected);
      assertThat(temporary.resolve("refreshed").resolve(file)).hasBinaryContent(expected);
    }
  }

  @Test
  void theImageJOfDebianGivesTheBytesOfTheCommandLine() throws Exception {
    assumeTrue(VirtualScreen.available(), "Xvfb is missing: apt-get install xvfb");
    assumeTrue(
        Files.isRegularFile(ImageJFolder.debianImageJ()),
        "Debian's ImageJ is missing: apt-get install imagej");
    ImageJFolder folder = ImageJFolder.unpack(temporary.resolve("ImageJ"));
    try (VirtualScreen screen = VirtualScreen.open()) {
      String said =
          folder.batch(false, ImageJFolder.debianImageJ(), screen.display(), macro("debian"));
      assertThat(said).doesNotContain("Exception");
    }
    Commandline.ranklens("ihc", RANK, "--marker", "RANK", "--out", at("cli"));
    assertThat(temporary.resolve("debian/cells.csv"))
        .hasSameBinaryContentAs(temporary.resolve("cli/cells.csv"));
  }

  private String macro(String out) {
    return "run('Score RANK/RANKL Slide...', 'input=File slide="
        + RANK
        + " marker=RANK output="
        + at(out)
        + "');";
  }

  private String at(String name) {
    return temporary.resolve(name).toString();
  }
}
