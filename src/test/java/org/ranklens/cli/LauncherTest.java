package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ranklens} as it lies in a release, over a Java that only tells what it was
 * started with.
 */
class LauncherTest {

  private static final String TELLS =
      """
      #!/bin/sh
      printf 'locale %s\\n' "${LC_ALL:-}"
      printf '%s\\n' "$@"
      """;

  @TempDir private Path folder;
  private Path home;
  private Path jdk;

  private record Run(int code, List<String> lines) {}

  @BeforeEach
  void unpack() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs /bin/bash");
    home = Files.createDirectories(folder.resolve("my programs").resolve("ranklens"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("ranklens.jar"), "");
    executable(home.resolve("ranklens"), Files.readString(Path.of("ranklens")));
    jdk = java("17.0.9");
  }

  @Test
  void argumentsReachJavaAsTheyWereGiven() throws IOException, InterruptedException {
    Run run = run(Map.of(), "ihc", "a slide.svs", "--marker", "*");

    assertThat(run.code).isZero();
    int jar = run.lines.indexOf("-jar");
    assertThat(run.lines.subList(jar, run.lines.size()))
        .containsExactly(
            "-jar", home.resolve("ranklens.jar").toString(), "ihc", "a slide.svs", "--marker", "*");
    assertThat(run.lines).contains("-Dranklens.home=" + home);
  }

  @Test
  void aLinkFromElsewhereLeadsToItsHome() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(home.resolveSibling("inner"), home.resolve("ranklens"));
    Files.createSymbolicLink(bin.resolve("rl"), Path.of("../my programs/inner"));

    Run run = start(bin.resolve("rl"), Map.of(), "readers");

    assertThat(run.lines).contains(home.resolve("ranklens.jar").toString());
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws IOException, InterruptedException {
    Run run = run(Map.of("JAVA_HOME", folder.resolve("no jdk").toString()), "readers");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.lines).hasSize(1);
    assertThat(run.lines.get(0)).contains("JAVA_HOME is", "no jdk", "JDK 17 or newer");
  }

  @Test
  void anOldJavaIsNamed() throws IOException, InterruptedException {
    Run run = run(Map.of("JAVA_HOME", java("11.0.2").toString()), "readers");
    Run older = run(Map.of("JAVA_HOME", java("1.8.0_392").toString()), "readers");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.lines.get(0)).contains("is a Java 11; install a JDK 17 or newer");
    assertThat(older.code).isEqualTo(2);
  }

  @Test
  void theArchiveOfThisVeryJavaIsUsed() throws IOException, InterruptedException {
    String name = "ranklens-17.0.9_1_Some.jsa";
    Files.writeString(home.resolve("lib").resolve(name), "classes");
    Path archive = home.resolve("lib").resolve(name);

    assertThat(run(Map.of(), "readers").lines).contains("-XX:SharedArchiveFile=" + archive);
    Run other = run(Map.of("JAVA_HOME", java("21.0.1").toString()), "readers");

    assertThat(other.lines).noneMatch(line -> line.contains("SharedArchiveFile"));
  }

  @Test
  void anArchiveThatCouldNotBeMadeIsTriedOnce() throws IOException, InterruptedException {
    Run first = run(Map.of(), "readers");

    assertThat(first.lines).noneMatch(line -> line.contains("SharedArchiveFile"));
    try (Stream<Path> list = Files.list(home.resolve("lib"))) {
      assertThat(list.toList()).singleElement().matches(file -> file.toFile().length() == 0);
    }
  }

  @Test
  void aSlideTakesOneCollectorAndThatOfTheUserWhereHeNamesOne()
      throws IOException, InterruptedException {
    assertThat(collectors(run(Map.of(), "ihc", "a.svs"))).hasSize(1);
    assertThat(collectors(run(Map.of(), "run", "a.csv"))).containsExactly("-XX:+UseParallelGC");
    assertThat(collectors(run(Map.of(), "info", "a"))).containsExactly("-XX:+UseSerialGC");

    Run own = run(Map.of("RANKLENS_OPTS", "-XX:+UseG1GC -Xmx3g"), "info", "a.svs");
    Run all = run(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseZGC"), "info", "a.svs");

    assertThat(collectors(own)).containsExactly("-XX:+UseG1GC");
    assertThat(own.lines).contains("-Xmx3g");
    assertThat(collectors(all)).isEmpty();
  }

  @Test
  void aSmallPictureIsLeftToTheQuickCompiler() throws IOException, InterruptedException {
    Path picture = Files.write(folder.resolve("a field.TIF"), new byte[2_400_000]);
    Path regions = Files.write(folder.resolve("regions.geojson"), new byte[2_600_000]);
    Path slide = Files.write(folder.resolve("slide.svs"), new byte[2_600_000]);
    Path first = Files.write(folder.resolve("slide.mrxs"), new byte[1_000]);

    assertThat(compilers("ihc", picture.toString(), "--marker", "RANK")).endsWith("=1");
    assertThat(compilers("ihc", picture.toString(), "--regions", regions + "")).endsWith("=1");
    assertThat(compilers("ihc", slide.toString())).endsWith("=4");
    assertThat(compilers("ihc", first.toString())).endsWith("=4");
    assertThat(compilers("ihc", folder.resolve("not there.tif").toString())).endsWith("=4");
    assertThat(compilers("run", picture.toString())).endsWith("=4");
  }

  @Test
  void theSecondCompilerWaitsTenTimesAsLongWhereAJobMayBeLong()
      throws IOException, InterruptedException {
    String tenTimes = "-XX:Tier4InvocationThreshold=50000";

    for (String command : List.of("ihc", "run", "pet", "phantom")) {
      assertThat(run(Map.of(), command).lines).as(command).contains(tenTimes);
    }
    assertThat(run(Map.of(), "info").lines).doesNotContain(tenTimes);
  }

  private String compilers(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments).lines.stream()
        .filter(line -> line.startsWith("-XX:TieredStopAtLevel"))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing here runs {@code ranklens.cmd}: it is read. */
  @Test
  void onWindowsJavaIsStartedAlike() throws IOException, InterruptedException {
    String cmd = Files.readString(Path.of("ranklens.cmd")).replace("\r", "");
    String started = between(cmd, "\n:run\n", " %*").replace("^\n", "").replace("\"", "");
    assertThat(started).startsWith("%JAVA% ").endsWith("%RANKLENS_OPTS% -jar %JAR%");
    List<String> slow = words(between(cmd, "for %%C in (", ")"));
    String[] branches = cmd.split("for %%C in", 2);

    for (String command : List.of("run", "pet", "ihc", "phantom", "suv", "info", "merge")) {
      String own = branches[slow.contains(command) ? 1 : 0];
      List<String> windows =
          words(
              started
                  .replace("%JIT%", between(own, "set \"JIT=", "\""))
                  .replace("%GC%", between(own, "set \"GC=", "\"")));
      List<String> unix = run(Map.of(), command).lines;
      assertThat(windows.stream().filter(word -> word.startsWith("-")))
          .as(command)
          .containsExactlyInAnyOrderElementsOf(
              unix.stream()
                  .filter(line -> line.startsWith("-"))
                  .filter(line -> !line.matches("-Dorg.bytedeco.*|-Dranklens.terminal=.*"))
                  .filter(
                      line -> !line.matches("-XX:M..HeapFreeRatio=.*|-XX:SurvivorRatio=2|-Xmn64m"))
                  .map(line -> line.replace(home.toString(), "%HOME_DIR%"))
                  .map(line -> oneCollector(command, line))
                  .toList());
    }
  }

  @Test
  void onWindowsTheSamePicturesAreSmall() throws IOException {
    String unix = Files.readString(Path.of("ranklens"));
    String cmd = Files.readString(Path.of("ranklens.cmd"));
    assertThat(words(between(cmd, "for %%X in (", ")")))
        .containsExactly(".tif", ".tiff", ".svs", ".png", ".jpg", ".jpeg");
    assertThat(unix).contains("*.[tT][iI][fF] | *.[tT][iI][fF][fF] | *.[sS][vV][sS]");
    assertThat(between(cmd, "if %SIZE% LEQ ", " "))
        .isEqualTo(between(unix, "most_small_bytes=", "\n"));
    assertThat(cmd).contains("\" if %SIZE% LEQ 2500000 set \"JIT=-XX:TieredStopAtLevel=1\"");
  }

  @Test
  void onOneOrTwoProcessorsASlidesHeapStaysCloseToWhatIsAlive() throws IOException {
    String options =
        "-XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30"
            + " -Xmn64m -XX:SurvivorRatio=2";
    assertThat(Files.readString(Path.of("ranklens"))).containsOnlyOnce(options);
    assertThat(Files.readString(Path.of("ranklens.cmd")).split(Pattern.quote(options), -1))
        .hasSize(3);
  }

  /** With one or two processors a slide's collector is another, in both launchers. */
  private static String oneCollector(String command, String line) {
    return command.equals("ihc") ? line.replace("UseSerialGC", "UseParallelGC") : line;
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before);
    assertThat(from).as(before).isNotNegative();
    return text.substring(from + before.length(), text.indexOf(after, from + before.length()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  @Test
  void withoutALocaleFileNamesAreStillUtf8() throws IOException, InterruptedException {
    assertThat(run(Map.of("LANG", "C"), "readers").lines).contains("locale C.UTF-8");
    assertThat(run(Map.of("LANG", "de_DE.UTF-8"), "readers").lines).contains("locale ");
  }

  @Test
  void temporaryFilesLieWhereTheSystemSays() throws IOException, InterruptedException {
    Run run = run(Map.of("TMPDIR", folder.toString()), "readers");

    assertThat(run.lines).contains("-Djava.io.tmpdir=" + folder);
  }

  private static List<String> collectors(Run run) {
    return run.lines.stream().filter(line -> line.matches("-XX:\\+Use.*GC")).toList();
  }

  private Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(home.resolve("ranklens"), environment, arguments);
  }

  private Run start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    String[] command =
        Stream.concat(Stream.of(launcher.toString()), Arrays.stream(arguments))
            .toArray(String[]::new);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    Map<String, String> own = builder.environment();
    own.keySet().removeIf(key -> key.startsWith("LC_") || key.equals("LANG"));
    own.keySet()
        .removeAll(List.of("RANKLENS_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "TMPDIR"));
    own.put("JAVA_HOME", jdk.toString());
    own.put("HOME", folder.toString());
    own.putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), text.lines().toList());
  }

  /** Makes a Java with a space in its path. */
  private Path java(String version) throws IOException {
    Path made = Files.createDirectories(folder.resolve("jdk " + version));
    Files.createDirectories(made.resolve("bin"));
    Files.writeString(
        made.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"" + version + "+1-Some\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(made.resolve("bin").resolve("java"), TELLS);
    return made;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
