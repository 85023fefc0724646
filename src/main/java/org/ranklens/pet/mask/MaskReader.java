package org.ranklens.pet.mask;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.GivenFile;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomFile;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.NotDicomException;
import org.ranklens.pet.dicom.Tag;

/** Reads masks of any kind. */
public final class MaskReader {

  private MaskReader() {}

  /**
   * Returns a mask for each region of a file that marks voxels of a scan.
   *
   * @throws IOException where the file is no mask, or none of its regions lies on the scan
   */
  public static List<NamedMask> read(Path file, MaskTarget target, DicomReader reader)
      throws IOException {
    return readAll(file, target, reader).stream().filter(mask -> mask.voxels() > 0).toList();
  }

  /** Returns the same, and the regions that mark no voxel too, such as one without contours. */
  public static List<NamedMask> readAll(Path file, MaskTarget target, DicomReader reader)
      throws IOException {
    GivenFile.check(file, "give a mask's file");
    List<NamedMask> masks =
        isNifti(file) ? NiftiMask.read(file, target.grid()) : dicom(file, target, reader);
    if (masks.stream().allMatch(mask -> mask.voxels() == 0)) {
      throw new RefusedException(
          "no region of it holds a voxel of the PET",
          file.toString(),
          "",
          "give the mask that was drawn on this series");
    }
    List<NamedMask> checked = new ArrayList<>();
    for (NamedMask mask : masks) {
      checked.add(mask.with(Contradictions.holes(mask.inside(), target.grid())));
    }
    return checked;
  }

  /** Returns the voxels of all masks together. */
  public static boolean[] union(List<NamedMask> masks) {
    boolean[] all = masks.get(0).inside().clone();
    for (NamedMask mask : masks) {
      boolean[] inside = mask.inside();
      for (int i = 0; i < all.length; i++) {
        all[i] |= inside[i];
      }
    }
    return all;
  }

  private static List<NamedMask> dicom(Path file, MaskTarget target, DicomReader reader)
      throws IOException {
    DicomFile dicom;
    try {
      dicom = reader.read(file);
    } catch (NotDicomException e) {
      throw new RefusedException(
          "is neither RTSTRUCT nor SEG nor NIfTI", file.toString(), "", "give one of these");
    }
    String modality = dicom.dataSet().stringOrEmpty(Tag.MODALITY);
    List<NamedMask> masks =
        switch (modality) {
          case "RTSTRUCT" -> ContourMask.read(dicom.dataSet(), target);
          case "SEG" -> SegmentationMask.read(dicom, target);
          default ->
              throw dicom
                  .dataSet()
                  .refusal(
                      "is " + modality + " instead of RTSTRUCT or SEG",
                      Tag.MODALITY,
                      "give an RTSTRUCT, a SEG or a NIfTI mask");
        };
    List<String> ofFile = Contradictions.ofFile(dicom.dataSet(), target);
    return masks.stream().map(mask -> mask.with(ofFile)).toList();
  }

  /** By content: NIfTI's header, maybe gzipped; a name may be anything. */
  private static boolean isNifti(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(348);
    }
    boolean gzip = start.length > 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    boolean plain = start.length == 348 && start[344] == 'n' && start[346] == '1';
    return gzip || plain;
  }
}
