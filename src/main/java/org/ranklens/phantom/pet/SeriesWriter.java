package org.ranklens.phantom.pet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes the files of one visit: a PET and a CT series in one frame of reference. */
final class SeriesWriter {

  private static final String PET_CLASS = "1.2.840.10008.5.1.4.1.1.128";
  private static final String CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";

  private final PetPhantomSettings study;
  private final RenderedScan scan;
  private final Headers headers;
  private final long seed;
  private final List<String> names = new ArrayList<>();

  SeriesWriter(PetPhantomSettings study, RenderedScan scan, long seed) {
    this.study = study;
    this.scan = scan;
    this.seed = seed;
    this.headers = new Headers(study, scan, seed);
  }

  void write(Path folder) throws IOException {
    int pet = scan.settings.petGrid().slices();
    int ct = scan.settings.ctGrid().slices();
    if (study.messy()) {
      nameAtRandom(pet + ct);
    } else {
      nameInOrder("PET", pet);
      nameInOrder("CT", ct);
      Files.createDirectories(folder.resolve("PET"));
      Files.createDirectories(folder.resolve("CT"));
    }
    Files.createDirectories(folder);
    for (int slice = 0; slice < pet; slice++) {
      DicomElements elements = headers.pet(slice, PET_CLASS, uid(slice));
      save(
          elements,
          scan.pet.stored,
          scan.pet.grid,
          slice,
          PET_CLASS,
          uid(slice),
          folder.resolve(names.get(slice)));
    }
    short[] hu = scan.storedHu();
    for (int slice = 0; slice < ct; slice++) {
      String uid = uid(pet + slice);
      DicomElements elements = headers.ct(slice, CT_CLASS, uid);
      save(
          elements,
          hu,
          scan.settings.ctGrid(),
          slice,
          CT_CLASS,
          uid,
          folder.resolve(names.get(pet + slice)));
    }
  }

  private String uid(int file) {
    return Seeds.uid(seed, 100 + file);
  }

  private void nameInOrder(String folder, int count) {
    for (int k = 0; k < count; k++) {
      names.add(String.format(Locale.ROOT, "%s/%03d.dcm", folder, k));
    }
  }

  private void nameAtRandom(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      numbers.add(100_000 + 17 * k);
    }
    Random random = new Random(seed);
    Collections.shuffle(numbers, random);
    for (int number : numbers) {
      names.add(number + (random.nextBoolean() ? ".dcm" : ""));
    }
  }

  private void save(
      DicomElements elements,
      short[] volume,
      VoxelGrid grid,
      int slice,
      String sopClass,
      String uid,
      Path file)
      throws IOException {
    int plane = grid.columns() * grid.rows();
    short[] pixels = Arrays.copyOfRange(volume, slice * plane, (slice + 1) * plane);
    if (study.syntax() == Syntax.RLE) {
      elements.encapsulated(RunLength.encode(pixels, grid.columns()));
    } else {
      elements.words(DicomEncoder.PIXEL_DATA, pixels);
    }
    DicomFile.write(elements, sopClass, uid, study.syntax(), file);
  }
}
