package org.ranklens.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a library that is compiled here, under the name by which dcm4che is known. */
class PluginBinderTest {

  private static final String CLASS = "org.dcm4che3.io.DicomInputStream";

  @TempDir Path folder;
  private PluginLoader loader;

  /** What we want of it. */
  interface Wanted {
    int twice(int number) throws IOException;

    Object self() throws IOException;

    void failsChecked() throws IOException;

    void failsByIo() throws IOException;

    void failsByPartMissing() throws IOException;

    void failsByBug() throws IOException;

    ClassLoader context() throws IOException;
  }

  /** What no version of it has. */
  interface TooMuch {
    int twice(int number) throws IOException;

    int thrice(int number) throws IOException;

    int twice(String text) throws IOException;
  }

  @BeforeEach
  void makeTheLibrary() throws IOException {
    String source =
        """
        package org.dcm4che3.io;
        public class DicomInputStream {
          public int twice(int number) { return 2 * number; }
          public DicomInputStream self() { return this; }
          public void failsChecked() throws Exception { throw new Exception("the reason"); }
          public void failsByIo() throws java.io.IOException {
            throw new java.io.IOException("as it is");
          }
          public void failsByPartMissing() { throw new NoClassDefFoundError("a/b/C"); }
          public void failsByBug() { throw new IllegalStateException("bug"); }
          public ClassLoader context() { return Thread.currentThread().getContextClassLoader(); }
        }
        """;
    Path inner = Files.createDirectories(folder.resolve("dcm4che"));
    JarOfSources.write(inner.resolve("core.jar"), "5.99", Map.of(CLASS, source));
    loader = PluginFolders.of(folder).find(PluginLibrary.DCM4CHE).orElseThrow();
  }

  private Wanted bind() throws IOException {
    PluginBinder binder = new PluginBinder(loader);
    PluginBinding<Wanted> binding = binder.resolve(Wanted.class, CLASS);
    binder.check();
    return binding.to(binder.create(CLASS));
  }

  @Test
  void aBoundObjectDoesTheLibrarysWork() throws IOException {
    Wanted bound = bind();
    assertThat(bound.twice(21)).isEqualTo(42);
    assertThat(bound.self().getClass().getName()).isEqualTo(CLASS);
  }

  @Test
  void theLibrarySeesNothingOfOurClassPath() throws IOException {
    assertThatThrownBy(() -> loader.classes().loadClass("org.slf4j.Logger"))
        .isInstanceOf(ClassNotFoundException.class);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    assertThat(bind().context()).isSameAs(loader.classes());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void failuresComeOutAsTheyWereMeant() throws IOException {
    Wanted bound = bind();
    assertThatThrownBy(bound::failsChecked)
        .isInstanceOf(IOException.class)
        .hasMessage("the reason");
    assertThatThrownBy(bound::failsByIo).isInstanceOf(IOException.class).hasMessage("as it is");
    assertThatThrownBy(bound::failsByBug).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(bound::failsByPartMissing)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("core.jar")
        .hasMessageContaining("a part of it is missing")
        .hasMessageContaining("readers --install dcm4che");
  }

  @Test
  void oneMessageListsAllThatIsMissing() {
    PluginBinder binder = new PluginBinder(loader);
    PluginBinding<TooMuch> binding = binder.resolve(TooMuch.class, CLASS);
    assertThat(binding).isNotNull();
    assertThat(binder.resolve(Wanted.class, "org.dcm4che3.Absent")).isNotNull();
    assertThatThrownBy(binder::check)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("version 5.99 lacks")
        .hasMessageContaining("DicomInputStream.thrice(int)")
        .hasMessageContaining("DicomInputStream.twice(String)")
        .hasMessageContaining("org.dcm4che3.Absent");
  }

  @Test
  void aBoundObjectIsEqualToItselfAlone() throws IOException {
    Wanted bound = bind();
    Wanted other = bind();
    assertThat(Set.of(bound, other)).hasSize(2).contains(bound, other);
    assertThat(bound).hasToString("Wanted of " + CLASS);
  }

  @Test
  void theCatalogSaysWhatIsThereAndHowToGetTheRest() {
    assertThat(PluginCatalog.of(PluginFolders.of(folder)))
        .satisfiesExactly(
            bioFormats -> {
              assertThat(bioFormats.found()).isFalse();
              assertThat(bioFormats.advice())
                  .contains("bioformats_package.jar", "readers --install bioformats");
            },
            dcm4che -> {
              assertThat(dcm4che.version()).contains("5.99");
              assertThat(dcm4che.where().orElseThrow()).endsWith("core.jar");
              assertThat(dcm4che.advice()).isEmpty();
            });
  }

  @Test
  void aBrokenJarIsNamed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(other.resolve("bioformats_package.jar"), "half a download");
    assertThat(PluginCatalog.of(PluginFolders.of(other)).get(0).advice())
        .contains("bioformats_package.jar: is no sound jar");
  }

  /**
   * Bio-Formats decodes JPEG by whatever reader ImageIO has; with another than the JDK's it takes
   * Aperio's RGB tiles for YCbCr, and every colour is wrong.
   */
  @Test
  void noJpegReaderButTheJdksIsRegistered() {
    assertThat(ImageIO.getImageReadersByFormatName("jpeg"))
        .toIterable()
        .extracting(reader -> reader.getClass().getName())
        .containsExactly("com.sun.imageio.plugins.jpeg.JPEGImageReader");
  }
}
