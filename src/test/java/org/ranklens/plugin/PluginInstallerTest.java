package org.ranklens.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Progress;

/** The way by Maven, against a repository in a folder; dcm4che has no other way. */
class PluginInstallerTest {

  private static final Path POM = Path.of("plugins/pom.xml").toAbsolutePath();

  @TempDir Path folder;
  private Path repository;

  @BeforeEach
  void makeTheRepository() throws IOException {
    repository = Files.createDirectories(folder.resolve("repository"));
    publish(
        "org.dcm4che",
        "dcm4che-core",
        Map.of(
            PluginLibrary.DCM4CHE.className(),
            "package org.dcm4che3.io; public class DicomInputStream {}"));
    publish("org.slf4j", "slf4j-nop", Map.of("a.B", "package a; class B {}"));
  }

  private void publish(String group, String artifact, Map<String, String> sources)
      throws IOException {
    String version = artifact.equals("slf4j-nop") ? "2.0.16" : "0-test";
    Path place = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    Files.createDirectories(place);
    String name = artifact + "-" + version;
    JarOfSources.write(place.resolve(name + ".jar"), version, sources);
    Files.writeString(
        place.resolve(name + ".pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>"
            .formatted(group, artifact, version));
  }

  /** Central is the folder into which this build's own Maven loads; the user's stays untouched. */
  private List<String> options(String dcm4cheRepository) throws IOException {
    Path loaded =
        Path.of(
            Optional.ofNullable(System.getProperty("maven.repo.local"))
                .orElse(System.getProperty("user.home") + "/.m2/repository"));
    assumeTrue(
        Files.isDirectory(loaded.resolve("org/apache/maven/plugins/maven-dependency-plugin")),
        "no Maven repository in " + loaded);
    String settings =
        "<settings><mirrors><mirror><id>loaded</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors></settings>"
            .formatted(loaded.toUri());
    Path file = Files.writeString(folder.resolve("settings.xml"), settings);
    return List.of(
        "-s",
        file.toString(),
        "-Dmaven.repo.local=" + folder.resolve("local"),
        "-Ddcm4che.repository=" + dcm4cheRepository,
        "-Ddcm4che.version=0-test");
  }

  @Test
  void mavenFetchesTheJarsFromTheRepositoryThatThePomNames() throws IOException {
    Path plugins = folder.resolve("plugins");
    PluginInstaller installer =
        new PluginInstaller(POM, options(repository.toUri().toString()), Progress.silent());
    Path installed = installer.install(PluginLibrary.DCM4CHE, plugins);
    assertThat(installed).isEqualTo(plugins.resolve("dcm4che"));
    assertThat(plugins).isDirectoryNotContaining("glob:**.fetching*");
    assertThat(PluginFolders.of(plugins).find(PluginLibrary.DCM4CHE).orElseThrow().version())
        .contains("0-test");
  }

  @Test
  void whatCanNotBeFetchedIsToldWithWhatWasTried() throws IOException {
    Path plugins = folder.resolve("plugins");
    PluginInstaller installer =
        new PluginInstaller(folder.resolve("absent.xml"), Progress.silent());
    assertThatThrownBy(() -> installer.install(PluginLibrary.DCM4CHE, plugins))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("dcm4che can't be fetched (mvn says: ")
        .hasMessageEndingWith("docs/readers.md tells the other ways to get it.");
    assertThat(plugins).isEmptyDirectory();
  }
}
