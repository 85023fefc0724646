package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.RefusedException;

class ManifestTest {

  private static final String HEADER = "case,timepoint,date,kind,marker,path,roi";

  @TempDir Path folder;

  private Manifest read(String... lines) throws IOException {
    Path file = folder.resolve("case.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return Manifest.read(file);
  }

  @Test
  void pathsAreRelativeToTheManifest() throws IOException {
    Manifest manifest = read(HEADER, "c1,baseline,2013-05-02,ihc,rank,slides/a.tif,");
    assertThat(manifest.rows().get(0).path()).isEqualTo(folder.resolve("slides/a.tif"));
    assertThat(manifest.rows().get(0).marker()).isEqualTo("RANK");
    assertThat(manifest.rows().get(0).date()).contains(LocalDate.of(2013, 5, 2));
  }

  @Test
  void aControlBelongsToABatch() throws IOException {
    ManifestRow row =
        read(HEADER + ",role,batch", "c1,b,,ihc,RANK,n.tif,,negative_control,run 7").rows().get(0);
    assertThat(row.role()).isEqualTo(ManifestRow.Role.NEGATIVE_CONTROL);
    assertThat(row.batch()).isEqualTo("run 7");
  }

  @Test
  void pixelSizeOfASlideThatTellsNone() throws IOException {
    ManifestRow row = read(HEADER + ",pixel_size_um", "c1,b,,ihc,RANK,n.png,,0.5").rows().get(0);
    assertThat(row.pixelSizeMicrons()).hasValue(0.5);
    assertThatThrownBy(() -> read(HEADER + ",pixel_size_um", "c1,b,,ihc,RANK,n.png,,50"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("pixel_size_um is '50'");
  }

  @Test
  void scansOfOneCaseAreOneItemOrderedByDate() throws IOException {
    Manifest manifest =
        read(
            HEADER,
            "c1,followup,2013-09-01,petct,,pet2,",
            "c1,baseline,2013-05-02,ihc,RANK,a.tif,",
            "c1,baseline,2013-05-02,petct,,pet1,",
            "c2,baseline,2013-05-02,petct,,pet3,");
    assertThat(manifest.items())
        .extracting(Item::folder)
        .containsExactly("items/c1/petct", "items/c1/baseline-ihc-RANK-a", "items/c2/petct");
    Item.PetCt scans = (Item.PetCt) manifest.items().get(0);
    assertThat(scans.rows())
        .extracting(ManifestRow::timepoint)
        .containsExactly("baseline", "followup");
  }

  @Test
  void foldersAreUniqueAndSafeForAnyFileSystem() throws IOException {
    Manifest manifest =
        read(
            HEADER,
            "a/b,t:1,,ihc,RANK,x/s.tif,",
            "a?b,t:1,,ihc,RANK,x/s.tif,",
            "a/b,t:1,,ihc,RANK,y/s.tif,",
            "NUL,..,,ihc,RANK,y/s.tif,");
    assertThat(manifest.items())
        .extracting(Item::folder)
        .containsExactly(
            "items/a_b/t_1-ihc-RANK-s",
            "items/a_b_2/t_1-ihc-RANK-s",
            "items/a_b/t_1-ihc-RANK-s_2",
            "items/_NUL/_-ihc-RANK-s");
  }

  @Test
  void semicolonsAndByteOrderMarkOfSpreadsheetsAreRead() throws IOException {
    Manifest manifest =
        read("\uFEFF" + HEADER.replace(',', ';'), "c1;baseline;2013-05-02;ihc;RANK;a.tif;");
    assertThat(manifest.rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c1,baseline,2013-05-02,xray,,p,            | kind is 'xray' [kind]; use ihc or petct",
        "c1,baseline,02.05.2013,ihc,RANK,p,         | date is '02.05.2013'",
        "c1,baseline,2026-02-30,ihc,RANK,p,         | date is '2026-02-30', which does not exist",
        "c1,baseline,2013-05-02,ihc,,p,             | marker is empty",
        "c1,baseline,2013-05-02,ihc,RANK,,          | path is empty",
        ",baseline,2013-05-02,ihc,RANK,p,           | case is empty",
      })
  void aBadValueIsNamedWithItsLineAndColumn(String line, String message) {
    assertThatThrownBy(() -> read(HEADER, line))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining(message);
  }

  @Test
  void aNameOfTwoLinesIsRefused() {
    assertThatThrownBy(() -> read(HEADER, "c1,baseline,2013-05-02,ihc,\"RA\nNK\",p,"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("marker is \"RA?NK\", with a line break")
        .hasMessageContaining("write it on one line");
  }

  @ParameterizedTest
  @CsvSource({
    "weight_kg,72500",
    "weight_kg,70d",
    "weight_kg,0x1p6",
    "weight_kg,1e400",
    "weight_kg,NaN",
    "height_m,181",
    "sex,male",
    "injected_mbq,abc",
    "cycles,1.5",
    "role,control",
    "injection_datetime,10:15",
    "injection_datetime,2024-02-30T10:15:00"
  })
  void aBadOptionalValueIsNamed(String column, String value) {
    assertThatThrownBy(() -> read(HEADER + "," + column, "c,b,2013-05-02,petct,,p,," + value))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("[" + column + "]")
        .hasMessageContaining(value);
  }

  @Test
  void seriesAreNamedInColumnsOfTheirOwn() throws IOException {
    ManifestRow row =
        read(HEADER + ",pet_series,ct_series", "c,b,2013-05-02,petct,,p,,PET WB,3").rows().get(0);
    assertThat(row.series().pet()).hasValue("PET WB");
    assertThat(row.series().ct()).hasValue("3");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> read("case,timepoint,date,kind,marker,roi", "c,b,,ihc,RANK,"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the column is missing [path]");
  }

  @Test
  void anUnknownColumnIsNamed() {
    assertThatThrownBy(() -> read(HEADER + ",weight", "c,b,,petct,,p,,70"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the column is unknown [weight]");
  }

  @Test
  void aScanWithoutDateIsRefusedWhereTheOrderMatters() throws IOException {
    Manifest manifest = read(HEADER, "c,b,,petct,,p,", "c,f,2013-05-02,petct,,q,");
    assertThatThrownBy(manifest::items)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no date");
  }

  @Test
  void aTimePointGivenTwiceIsRefused() throws IOException {
    Manifest manifest = read(HEADER, "c,b,2013-05-01,petct,,p,", "c,b,2013-05-02,petct,,q,");
    assertThatThrownBy(manifest::items)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("time point 'b' twice");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has no rows");
  }

  @Test
  void rowsWithoutAHeaderAreToldWhatTheFirstLineIs() {
    assertThatThrownBy(() -> read("A,t,2024-01-01,ihc,RANK,a.svs,\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has no rows below its first line")
        .hasMessageContaining("begin with the line case,timepoint,date,kind,marker,path,roi");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80});
    assertThatThrownBy(() -> Manifest.read(file)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aTableOfTabsIsReadToo() throws IOException {
    Manifest manifest = read(HEADER.replace(',', '\t'), "c1,b,,ihc,RANK,a.tif,".replace(',', '\t'));
    assertThat(manifest.rows()).hasSize(1);
  }

  @Test
  void aPathWithAnUnquotedCommaIsTold() {
    assertThatThrownBy(() -> read(HEADER, "c1,b,,ihc,RANK,a, left.tif,rois.zip"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("case.csv line 2: has 8 cells, the header 7")
        .hasMessageContaining("put cells that hold a comma into quotation marks");
  }

  @Test
  void emptyCellsBehindTheLastColumnAreNothing() throws IOException {
    assertThat(read(HEADER, "c1,b,,ihc,RANK,a.tif,,,").rows()).hasSize(1);
  }

  @Test
  void aQuotationMarkThatIsNeverClosedIsTold() {
    assertThatThrownBy(() -> read(HEADER, "\"c1,b,,ihc,RANK,a.tif,", "c2,b,,ihc,RANK,b.tif,"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("case.csv line 2: has one cell instead of 7")
        .hasMessageContaining("a quotation mark is missing");
  }
}
