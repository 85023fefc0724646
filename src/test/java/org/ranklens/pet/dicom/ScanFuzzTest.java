package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranklens.Execution;
import org.ranklens.pet.mask.MaskFixture;
import org.ranklens.pet.mask.MaskReader;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.SuvCalculator;
import org.ranklens.pet.suv.SuvScale;
import org.ranklens.pet.suv.SuvSettings;
import org.ranklens.pet.suv.SuvVolume;
import org.ranklens.report.NiftiFile;

/**
 * Scans and masks damaged by chance, in every form: each gives a result or one sentence that names
 * the file; nothing else is thrown, and little memory is taken. What damages no value, such as a
 * file cut short or with something foreign put in, gives the values of the whole file or none.
 * {@code -Dranklens.fuzz=5000} damages each form so often.
 */
class ScanFuzzTest {

  private static final int RUNS = Integer.getInteger("ranklens.fuzz", 60);

  /** The files have some kilobytes. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int DEPTH = 10_000;

  @TempDir Path folder;

  /** Reads a file all the way to numbers. */
  interface Reading {
    float[] values(Path file) throws IOException;
  }

  /** A form of file, whole, and what reads it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Form(String title, byte[] bytes, boolean explicit, Reading reading) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Form> forms() throws IOException {
    Path scratch = Files.createTempDirectory("ranklens-fuzz");
    float[] labels = new float[(int) MaskFixture.GRID.voxels()];
    labels[MaskFixture.GRID.index(5, 1, 2)] = 2;
    SuvVolume volume = new SuvVolume(MaskFixture.GRID, labels, BodyFactors.unknown());
    Path plain = scratch.resolve("mask.nii");
    Path packed = scratch.resolve("mask.nii.gz");
    NiftiFile.write(plain, volume);
    NiftiFile.write(packed, volume);
    DicomWriter structures = MaskFixture.structures(MaskFixture.square(-3, 1, 105));
    DicomWriter segments = MaskFixture.segmentation(new short[] {1, 0, 0, 0, 0, (short) 0x8000});
    List<Form> forms =
        List.of(
            pet("classic PET, implicit", slice().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)),
            pet("classic PET, explicit", slice()),
            pet("classic PET, big-endian", slice().syntax(TransferSyntax.BIG_ENDIAN)),
            pet("classic PET, undefined lengths", slice().undefinedLengths()),
            pet("enhanced PET", EnhancedObjectTest.enhancedPet()),
            pet(
                "enhanced PET, undefined lengths",
                EnhancedObjectTest.enhancedPet().undefinedLengths()),
            new Form("enhanced CT", enhancedCt().bytes(), true, ScanFuzzTest::hounsfield),
            new Form("RTSTRUCT", structures.bytes(), true, ScanFuzzTest::mask),
            new Form("SEG", segments.bytes(), true, ScanFuzzTest::mask),
            new Form("DICOMDIR", directory().bytes(), true, ScanFuzzTest::suv),
            new Form("NIfTI", Files.readAllBytes(plain), false, ScanFuzzTest::mask),
            new Form("NIfTI, packed", Files.readAllBytes(packed), false, ScanFuzzTest::mask));
    Files.delete(plain);
    Files.delete(packed);
    Files.delete(scratch);
    return forms.stream();
  }

  private static Form pet(String title, DicomWriter writer) throws IOException {
    return new Form(title, writer.bytes(), !title.contains("implicit"), ScanFuzzTest::suv);
  }

  private static DicomWriter slice() {
    return new PetFixture().slices().get(0);
  }

  private static DicomWriter enhancedCt() {
    return EnhancedObjectTest.enhancedPet()
        .set(Tag.MODALITY, "CT")
        .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2.1");
  }

  /** A directory of files tells no image; it stands beside those that it names. */
  private static DicomWriter directory() {
    return new DicomWriter()
        .set(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
        .item(Tag.REFERENCED_SERIES_SEQUENCE, record -> record.set(Tag.SERIES_INSTANCE_UID, "1.2"));
  }

  private static float[] suv(Path file) throws IOException {
    FoundSeries found = find(file);
    Series pet = PetCtStudy.choose(found, SeriesChoice.byRule()).pet();
    SuvScale scale = SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none());
    return scale.read(Execution.single()).suvBw();
  }

  private static float[] hounsfield(Path file) throws IOException {
    List<Series> series = find(file).series();
    if (series.isEmpty()) {
      throw new IOException(file + ": nothing there.");
    }
    short[] hu = VolumeReader.ct(series.get(0), Execution.single()).hu();
    float[] values = new float[hu.length];
    for (int i = 0; i < hu.length; i++) {
      values[i] = hu[i];
    }
    return values;
  }

  private static FoundSeries find(Path file) throws IOException {
    return SeriesFinder.find(file.getParent(), DicomReader.embedded(), Execution.single());
  }

  private static float[] mask(Path file) throws IOException {
    boolean[] inside =
        MaskReader.union(
            MaskReader.read(
                file, MaskTarget.of(MaskFixture.GRID, "1.2.3.5"), DicomReader.embedded()));
    float[] values = new float[inside.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = inside[i] ? 1 : 0;
    }
    return values;
  }

  /** The values of a file, or none where it is told in a sentence that it can't be used. */
  private float[] read(Form form, byte[] bytes, String run) throws IOException {
    Path file = Files.createDirectories(folder.resolve("scan")).resolve("broken");
    Files.write(file, bytes);
    try {
      return form.reading.values(file);
    } catch (IOException e) {
      assertThat(e.getMessage())
          .as(run)
          .contains(folder.resolve("scan").toString())
          .endsWith(".")
          .doesNotContain("\n", "null", "Exception")
          .hasSizeLessThan(folder.toString().length() * 3 + 500);
      return new float[0];
    } catch (RuntimeException | Error e) {
      return fail(run, e);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsDamagedIsReadOrTold(Form form) throws IOException {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random chance = new Random(form.title.hashCode());
    int told = 0;
    long slowestNanos = 0;
    for (int run = 0; run < RUNS; run++) {
      byte[] damaged = damage(form.bytes.clone(), chance);
      long before = memory.getCurrentThreadAllocatedBytes();
      long begun = System.nanoTime();
      told += read(form, damaged, form + ", run " + run).length == 0 ? 1 : 0;
      slowestNanos = Math.max(slowestNanos, System.nanoTime() - begun);
      assertThat(memory.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for %s, run %d", form, run)
          .isLessThan(MOST_BYTES);
    }
    if (System.getProperty("ranklens.fuzz") != null) {
      System.out.printf(
          "%s: %d runs, %d told, slowest %d ms%n", form, RUNS, told, slowestNanos / 1_000_000);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsCutShortIsNeverReadAsAnotherImage(Form form) throws IOException {
    float[] whole = read(form, form.bytes, form + ", whole");
    assertThat(whole.length > 0)
        .as("%s is read whole", form)
        .isEqualTo(!form.title.equals("DICOMDIR"));
    int step = Math.max(1, form.bytes.length / RUNS);
    for (int length = 0; length < form.bytes.length; length += step) {
      float[] values = read(form, Arrays.copyOf(form.bytes, length), form + " of " + length);
      assertThat(values.length == 0 || Arrays.equals(values, whole))
          .as("%s cut to %d bytes", form, length)
          .isTrue();
    }
  }

  /** The representation told for an attribute that is known may be wrong; its value isn't. */
  @ParameterizedTest
  @MethodSource("forms")
  void aWrongRepresentationNeverGivesAnotherNumber(Form form) throws IOException {
    if (!form.explicit) {
      return;
    }
    float[] whole = read(form, form.bytes, form + ", whole");
    assertThat(whole.length > 0)
        .as("%s is read whole", form)
        .isEqualTo(!form.title.equals("DICOMDIR"));
    for (String told : List.of("US", "FD", "OB", "SL", "LO", "DS", "UN", "SQ", "ZZ")) {
      for (String there : List.of("DS", "IS", "CS", "TM", "DT", "US")) {
        byte[] changed = form.bytes.clone();
        for (int at = 132; at < changed.length - 8; at++) {
          if (changed[at + 4] == there.charAt(0)
              && changed[at + 5] == there.charAt(1)
              && changed[at + 1] == 0
              && changed[at + 7] == 0) {
            changed[at + 4] = (byte) told.charAt(0);
            changed[at + 5] = (byte) told.charAt(1);
          }
        }
        float[] values = read(form, changed, form + ", " + there + " told as " + told);
        assertThat(values.length == 0 || Arrays.equals(values, whole))
            .as("%s, %s told as %s", form, there, told)
            .isTrue();
      }
    }
  }

  @Test
  void sequencesWithinSequencesWithoutEndAreTold() throws IOException {
    byte[] item = {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, -1, -1, -1, -1};
    for (String header : List.of("\u0008\0\u0015\u0011SQ\0\0", "\u0009\0\u0001\u0011UN\0\0")) {
      ByteArrayOutputStream nested = new ByteArrayOutputStream();
      nested.write(Arrays.copyOf(slice().bytes(), 132 + 8 + 20));
      for (int depth = 0; depth < DEPTH; depth++) {
        nested.write(header.getBytes(StandardCharsets.ISO_8859_1));
        nested.write(new byte[] {-1, -1, -1, -1});
        nested.write(item);
      }
      Form form = pet("nested", slice());
      assertThat(read(form, nested.toByteArray(), header)).isEmpty();
    }
  }

  @Test
  void attributesAllEmptyAreTold() throws IOException {
    for (DicomWriter writer : List.of(slice(), EnhancedObjectTest.enhancedPet(), enhancedCt())) {
      for (Tag tag : Tag.values()) {
        if (!tag.vr().equals("SQ") && !tag.vr().equals("US") && !tag.vr().equals("FD")) {
          writer.set(tag, "");
        }
      }
      assertThat(read(pet("empty", slice()), writer.bytes(), "empty")).isEmpty();
    }
  }

  private static byte[] damage(byte[] bytes, Random chance) {
    return switch (chance.nextInt(9)) {
      case 0 -> Arrays.copyOf(bytes, chance.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + chance.nextInt(5_000));
      case 2, 3 -> flipped(bytes, chance);
      case 4 -> run(bytes, chance);
      case 5 -> moved(bytes, chance);
      default -> odd(bytes, chance);
    };
  }

  private static byte[] flipped(byte[] bytes, Random chance) {
    for (int i = chance.nextInt(4); i >= 0; i--) {
      bytes[chance.nextInt(bytes.length)] ^= (byte) (1 + chance.nextInt(255));
    }
    return bytes;
  }

  private static byte[] run(byte[] bytes, Random chance) {
    int from = chance.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + chance.nextInt(200));
    Arrays.fill(bytes, from, to, (byte) (chance.nextBoolean() ? 0 : 0xFF));
    return bytes;
  }

  /** Takes some bytes out, so that lengths are odd and what follows is no element. */
  private static byte[] moved(byte[] bytes, Random chance) {
    int from = chance.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, 1 + chance.nextInt(9));
    byte[] moved = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, moved, 0, from);
    System.arraycopy(bytes, from + length, moved, from, moved.length - from);
    return moved;
  }

  /** Puts a number that is odd wherever it stands for a length, a size or a count. */
  private static byte[] odd(byte[] bytes, Random chance) {
    int[] odd = {0, 1, 3, -1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 65535, 32767, bytes.length};
    int number = odd[chance.nextInt(odd.length)];
    int at = chance.nextInt(bytes.length - 4);
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes)
            .order(chance.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (chance.nextBoolean()) {
      buffer.putInt(at, number);
    } else {
      buffer.putShort(at, (short) number);
    }
    return bytes;
  }
}
