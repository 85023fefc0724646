package org.ranklens.pet.lesion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomFile;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/** Reads lesions that somebody delineated: RTSTRUCT, DICOM SEG or NIfTI. */
public final class LesionMask {

  private LesionMask() {}

  /**
   * Returns the lesions on a PET's grid; what lies outside it is left out.
   *
   * @throws RefusedException where the file is none of these, or holds nothing inside the grid
   */
  public static List<FoundLesion> read(Path file, Geometry grid, DicomReader reader)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("no such file", file.toString(), "", "give a mask's file");
    }
    List<FoundLesion> lesions =
        isDicom(file) ? dicom(reader.read(file), grid) : nifti(NiftiVolume.read(file), grid);
    if (lesions.isEmpty()) {
      throw new RefusedException(
          "marks nothing inside the PET",
          file.toString(),
          "",
          "give a mask that was drawn on this scan");
    }
    return lesions;
  }

  /** Returns a mask without its names, as of {@link #read}, as one VOI. */
  public static Voi union(Path file, Geometry grid, DicomReader reader) throws IOException {
    boolean[] inside = new boolean[Math.toIntExact(grid.voxels())];
    for (FoundLesion lesion : read(file, grid, reader)) {
      for (int index : lesion.voi().indices()) {
        inside[index] = true;
      }
    }
    return voi(inside, grid).orElseThrow();
  }

  /** A result of known lesions: nothing was looked for. */
  public static FoundLesions asFound(List<FoundLesion> lesions, List<ReferenceRegion> references) {
    return new FoundLesions(
        lesions, List.of(), references, 0, "lesions as the mask gives them", List.of());
  }

  private static boolean isDicom(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(132);
      return start.length == 132
          && start[128] == 'D'
          && start[129] == 'I'
          && start[130] == 'C'
          && start[131] == 'M';
    }
  }

  private static List<FoundLesion> dicom(DicomFile file, Geometry grid) throws IOException {
    String modality = file.dataSet().stringOrEmpty(Tag.MODALITY);
    return switch (modality) {
      case "RTSTRUCT" -> StructureSet.lesions(file.dataSet(), grid);
      case "SEG" -> SegmentationObject.lesions(file, grid);
      default ->
          throw file.dataSet()
              .refusal("is " + modality, Tag.MODALITY, "give an RTSTRUCT, a SEG or a NIfTI mask");
    };
  }

  /** Of several labels each is a lesion; of one label each part that hangs together. */
  private static List<FoundLesion> nifti(NiftiVolume mask, Geometry grid) {
    Map<Integer, boolean[]> labels = new TreeMap<>();
    Geometry source = mask.geometry();
    int voxels = Math.toIntExact(grid.voxels());
    for (int i = 0; i < voxels; i++) {
      VoxelPoint p = source.toVoxel(Extent.centre(grid, i));
      int x = (int) Math.floor(p.column() + 0.5);
      int y = (int) Math.floor(p.row() + 0.5);
      int z = (int) Math.floor(p.slice() + 0.5);
      if (source.contains(x, y, z)) {
        int label = Math.round(mask.values()[source.index(x, y, z)]);
        if (label != 0) {
          labels.computeIfAbsent(label, l -> new boolean[voxels])[i] = true;
        }
      }
    }
    List<FoundLesion> lesions = new ArrayList<>();
    for (Map.Entry<Integer, boolean[]> label : labels.entrySet()) {
      if (labels.size() == 1) {
        for (int[] part : Components.of(label.getValue(), grid)) {
          lesions.add(new FoundLesion("", new Voi(grid, part), List.of()));
        }
      } else {
        voi(label.getValue(), grid)
            .ifPresent(v -> lesions.add(new FoundLesion("label " + label.getKey(), v, List.of())));
      }
    }
    return lesions;
  }

  /** Returns the set voxels, or empty where there are none. */
  static Optional<Voi> voi(boolean[] inside, Geometry grid) {
    int[] indices = new int[inside.length];
    int n = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        indices[n++] = i;
      }
    }
    return n == 0
        ? Optional.empty()
        : Optional.of(new Voi(grid, java.util.Arrays.copyOf(indices, n)));
  }
}
