package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ranklens.Execution;

/**
 * A complete PET of three slices that gives SUVbw 1.00 everywhere, made after the default reference
 * object of the SUV manual: 368.08 MBq of F-18 injected an hour before, 70 kg, 3600 Bq/ml.
 */
public final class PetFixture {

  /** What every voxel stores. */
  public static final short STORED = 3600;

  private static final int SIDE = 4;

  private final List<DicomWriter> slices;

  /** Three slices. */
  public PetFixture() {
    this(3);
  }

  /** So many slices. */
  public PetFixture(int count) {
    slices = IntStream.range(0, count).mapToObj(PetFixture::slice).toList();
  }

  private static DicomWriter slice(int k) {
    short[] pixels = new short[SIDE * SIDE];
    Arrays.fill(pixels, STORED);
    return new DicomWriter()
        .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.128")
        .set(Tag.SOP_INSTANCE_UID, "1.2.3.4." + (k + 1))
        .set(Tag.STUDY_INSTANCE_UID, "1.2.3")
        .set(Tag.SERIES_INSTANCE_UID, "1.2.3.4")
        .set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.5")
        .set(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY")
        .set(Tag.MODALITY, "PT")
        .set(Tag.MANUFACTURER, "Synthetic")
        .set(Tag.PATIENT_ID, "P1")
        .set(Tag.PATIENT_SEX, "M")
        .set(Tag.PATIENT_SIZE, "1.75")
        .set(Tag.PATIENT_WEIGHT, "70")
        .set(Tag.STUDY_DATE, "20250101")
        .set(Tag.SERIES_DATE, "20250101")
        .set(Tag.SERIES_TIME, "110000")
        .set(Tag.ACQUISITION_DATE, "20250101")
        .set(Tag.ACQUISITION_TIME, "110000")
        .set(Tag.ACTUAL_FRAME_DURATION, "300000")
        .set(Tag.FRAME_REFERENCE_TIME, "150000")
        .set(Tag.SERIES_NUMBER, "1")
        .set(Tag.INSTANCE_NUMBER, Integer.toString(k + 1))
        .set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\" + 4 * k)
        .set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0")
        .set(Tag.PIXEL_SPACING, "4\\4")
        .set(Tag.SLICE_THICKNESS, "4")
        .set(Tag.SAMPLES_PER_PIXEL, "1")
        .set(Tag.ROWS, Integer.toString(SIDE))
        .set(Tag.COLUMNS, Integer.toString(SIDE))
        .set(Tag.BITS_ALLOCATED, "16")
        .set(Tag.BITS_STORED, "16")
        .set(Tag.HIGH_BIT, "15")
        .set(Tag.PIXEL_REPRESENTATION, "1")
        .set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\ATTN\\SCAT\\DECY\\RAN")
        .set(Tag.RESCALE_INTERCEPT, "0")
        .set(Tag.RESCALE_SLOPE, "1")
        .set(Tag.SERIES_TYPE, "STATIC\\IMAGE")
        .set(Tag.UNITS, "BQML")
        .set(Tag.DECAY_CORRECTION, "START")
        .set(Tag.DECAY_FACTOR, "1")
        .item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, PetFixture::tracer)
        .pixels(pixels);
  }

  /** Fills an item of (0054,0016). */
  public static void tracer(DicomWriter item) {
    item.set(Tag.RADIOPHARMACEUTICAL, "FDG")
        .set(Tag.RADIOPHARMACEUTICAL_START_TIME, "100000")
        .set(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101100000")
        .set(Tag.RADIONUCLIDE_TOTAL_DOSE, "368080000")
        .set(Tag.RADIONUCLIDE_HALF_LIFE, "6586.2")
        .item(
            Tag.RADIONUCLIDE_CODE_SEQUENCE,
            code ->
                code.set(Tag.CODE_VALUE, "C-111A1")
                    .set(Tag.CODING_SCHEME_DESIGNATOR, "SRT")
                    .set(Tag.CODE_MEANING, "^18^Fluorine"));
  }

  /** Returns the slices, to change one of them. */
  public List<DicomWriter> slices() {
    return slices;
  }

  /** Changes every slice. */
  public PetFixture each(Consumer<DicomWriter> change) {
    slices.forEach(change);
    return this;
  }

  /** Sets an attribute in every slice. */
  public PetFixture set(Tag tag, String value) {
    return each(slice -> slice.set(tag, value));
  }

  /** Takes an attribute out of every slice. */
  public PetFixture remove(Tag tag) {
    return each(slice -> slice.remove(tag));
  }

  /** Changes the radiopharmaceutical in every slice. */
  public PetFixture tracer(Tag tag, String value) {
    return each(
        slice ->
            slice.inItem(
                Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, item -> item.set(tag, value)));
  }

  /** Takes an attribute out of the radiopharmaceutical of every slice. */
  public PetFixture removeTracer(Tag tag) {
    return each(
        slice ->
            slice.inItem(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, item -> item.remove(tag)));
  }

  /** Writes a file for each slice and returns the folder. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int k = 0; k < slices.size(); k++) {
      slices.get(k).write(folder.resolve("slice" + (k + 1)));
    }
    return folder;
  }

  /** Writes the files and reads the series back. */
  public Series series(Path folder) throws IOException {
    FoundSeries found =
        SeriesFinder.find(write(folder), DicomReader.embedded(), Execution.single());
    return PetCtStudy.choose(found, SeriesChoice.byRule()).pet();
  }
}
