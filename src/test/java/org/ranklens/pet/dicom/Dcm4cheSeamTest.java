package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.RefusedException;
import org.ranklens.plugin.JarOfSources;
import org.ranklens.plugin.PluginFolders;

/** The seam to dcm4che against a fake of it, compiled here. */
class Dcm4cheSeamTest {

  private static final String STREAM =
      """
      package org.dcm4che3.io;
      import java.io.File;
      import org.dcm4che3.data.Attributes;
      public class DicomInputStream {
        public static DicomInputStream createWithLimitFromFileLength(File file) {
          return new DicomInputStream();
        }
        public Attributes readFileMetaInformation() { return null; }
        public Attributes readDatasetUntilPixelData() throws java.io.IOException {
          %s
        }
        public String getTransferSyntax() { return "1.2.840.10008.1.2.1"; }
        public long getPosition() { return 200; }
        public int tag() { return 0; }
        public int length() { return 0; }
        public void close() {}
      }
      """;

  private static final String ATTRIBUTES =
      """
      package org.dcm4che3.data;
      public class Attributes {
        public int[] tags() { return new int[] {0x00101030, 0x00091010}; }
        public String getVR(int tag) { return "DS"; }
        public byte[] getBytes(int tag) { return "81.5 ".getBytes(); }
        public java.util.List<Attributes> getSequence(int tag) { return null; }
        public boolean bigEndian() { return false; }
      }
      """;

  @TempDir Path folder;

  private DicomReader fake(String readDataSet) throws IOException {
    JarOfSources.write(
        folder.resolve("dcm4che-core.jar"),
        "5.99",
        Map.of(
            "org.dcm4che3.io.DicomInputStream",
            STREAM.formatted(readDataSet),
            "org.dcm4che3.data.Attributes",
            ATTRIBUTES));
    return DicomReader.of(DicomReaderChoice.AUTO, PluginFolders.of(folder));
  }

  private Path slice() throws IOException {
    Path file = folder.resolve("slice");
    new PetFixture().slices().get(0).write(file);
    return file;
  }

  @Test
  void itsAttributesAreTakenWhereItIsThere() throws IOException {
    DicomReader reader = fake("return new Attributes();");
    assertThat(reader.name()).isEqualTo("dcm4che 5.99");
    DicomFile file = reader.read(slice());
    assertThat(file.dataSet().requireNumber(Tag.PATIENT_WEIGHT)).isEqualTo(81.5);
    assertThat(file.hasPixels()).isFalse();
  }

  @Test
  void whatItCantReadIsTold() throws IOException {
    DicomReader reader = fake("throw new java.io.EOFException(\"too short\");");
    Path file = slice();
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dcm4che can't read it: too short");
  }

  @Test
  void anIncompleteOneIsToldWithAllThatIsMissing() throws IOException {
    JarOfSources.write(
        folder.resolve("dcm4che-core.jar"),
        "3.0",
        Map.of(
            "org.dcm4che3.io.DicomInputStream",
            "package org.dcm4che3.io; public class DicomInputStream { public void close() {} }"));
    assertThatThrownBy(() -> DicomReader.of(DicomReaderChoice.DCM4CHE, PluginFolders.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("readDatasetUntilPixelData")
        .hasMessageContaining("org.dcm4che3.data.Attributes");
  }

  @Test
  void aMissingOneIsReplacedOrRefusedWithTheJarsName() throws IOException {
    PluginFolders none = PluginFolders.none();
    assertThat(DicomReader.of(DicomReaderChoice.AUTO, none).name()).isEqualTo("embedded");
    assertThatThrownBy(() -> DicomReader.of(DicomReaderChoice.DCM4CHE, none))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("dcm4che-core");
  }
}
