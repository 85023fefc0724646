package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;

/** Both parsers give the same values: dcm4che, where it is there, and the embedded one. */
@org.junit.jupiter.api.Tag("plugins")
class ReaderContractTest {

  @TempDir Path folder;

  private static DicomReader dcm4che() throws IOException {
    PluginFolders plugins =
        PluginFolders.of(Path.of(System.getProperty("ranklens.plugins", "plugins")));
    assumeTrue(plugins.find(PluginLibrary.DCM4CHE).isPresent(), "dcm4che is not there");
    return DicomReader.of(DicomReaderChoice.DCM4CHE, plugins);
  }

  private static void assertSame(DataSet embedded, DataSet other) throws IOException {
    for (Tag tag : Tag.values()) {
      if (tag == Tag.TRANSFER_SYNTAX_UID || tag == Tag.PIXEL_DATA) {
        continue;
      }
      List<DataSet> items = embedded.items(tag);
      assertThat(other.items(tag)).as(tag.label()).hasSameSizeAs(items);
      for (int i = 0; i < items.size(); i++) {
        assertSame(items.get(i), other.items(tag).get(i));
      }
      if (items.isEmpty()) {
        assertThat(other.string(tag))
            .as("%s in %s", tag.label(), embedded.source())
            .isEqualTo(embedded.string(tag));
      }
    }
  }

  private static void assertSame(DicomReader dcm4che, Path file) throws IOException {
    DicomFile one = DicomReader.embedded().read(file);
    DicomFile other = dcm4che.read(file);
    assertThat(other.transferSyntax()).as(file.toString()).isEqualTo(one.transferSyntax());
    assertSame(one.dataSet(), other.dataSet());
    assertThat(other.pixels()).as(file.toString()).isEqualTo(one.pixels());
  }

  @Test
  void everyReferenceFileHasTheSameValuesInBoth() throws IOException {
    DicomReader dcm4che = dcm4che();
    int files = 0;
    try (Stream<Path> walk = Files.walk(ReferenceData.path("pet"))) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        try {
          DicomReader.embedded().read(file);
        } catch (NotDicomException e) {
          continue;
        }
        assertSame(dcm4che, file);
        files++;
      }
    }
    assertThat(files).isGreaterThan(1500);
  }

  @Test
  void writtenFilesHaveTheSameValuesInBoth() throws IOException {
    DicomReader dcm4che = dcm4che();
    Path file = folder.resolve("file");
    for (TransferSyntax syntax :
        new TransferSyntax[] {
          TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
          TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
          TransferSyntax.BIG_ENDIAN
        }) {
      new PetFixture().slices().get(0).syntax(syntax).undefinedLengths().write(file);
      assertSame(dcm4che, file);
      EnhancedObjectTest.enhancedPet().syntax(syntax).write(file);
      assertSame(dcm4che, file);
    }
  }
}
