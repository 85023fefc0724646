package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomWriter;
import org.ranklens.pet.dicom.FoundSeries;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.dicom.Tag;

/** A series of 5,000 slices: headers of some kilobytes each, and one volume. */
class LongSeriesTest {

  private static final int SLICES = 5000;

  /** Its files take 20 MB; what is held of their headers shall not be more. */
  private static final long MOST_BYTES_PER_SLICE = 20_000;

  @TempDir Path folder;

  @Test
  void fiveThousandSlicesAreReadInBoundedMemory() throws IOException {
    DicomWriter slice = new PetFixture().slices().get(0);
    for (int k = 0; k < SLICES; k++) {
      slice
          .set(Tag.SOP_INSTANCE_UID, "1.2.3.4." + k)
          .set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\" + 2 * k)
          .write(folder.resolve("s" + k));
    }
    long before = used();
    FoundSeries found =
        SeriesFinder.find(folder, DicomReader.embedded(), new Execution(2, Progress.silent()));
    Series pet = PetCtStudy.choose(found, SeriesChoice.byRule()).pet();
    assertThat(used() - before).isLessThan(MOST_BYTES_PER_SLICE * SLICES);
    SuvVolume suv =
        SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none())
            .read(Execution.single());
    assertThat(suv.geometry().slices()).isEqualTo(SLICES);
    assertThat(SuvStatistics.of(suv).median()).isCloseTo(1, within(1e-3));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
