package org.ranklens.pet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.lesion.FoundLesions;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.pet.lesion.LesionFinder;
import org.ranklens.pet.lesion.LesionMask;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.mask.MaskReader;
import org.ranklens.pet.mask.NamedMask;
import org.ranklens.pet.response.ScanFindings;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.plugin.PluginFolders;

/** Measures how lesions changed between the PET/CT scans of one patient. */
public final class PetAnalysis {

  private PetAnalysis() {}

  /**
   * Measures scans in the order given; of one scan alone, its lesions.
   *
   * @param lesionMask lesions of the first scan as RTSTRUCT, SEG or NIfTI, used as they are
   * @param corrections names and corrections of what the rules find
   * @throws RefusedException where a scan can't give right SUVs
   */
  public static PetResult run(
      List<PetInput> inputs,
      Optional<Path> lesionMask,
      List<LesionCorrection> corrections,
      PetSettings settings,
      DicomReaderChoice reader,
      PluginFolders plugins,
      Execution execution)
      throws IOException {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("no time point to analyse");
    }
    requireEachFolderOnce(inputs);
    DicomReader dicom = DicomReader.of(reader, plugins);
    List<ScanLoader.Loaded> scans = new ArrayList<>();
    List<FoundLesions> found = new ArrayList<>();
    for (PetInput input : inputs) {
      execution.progress().check();
      scans.add(ScanLoader.load(input, settings.suv(), dicom, execution));
      ScanLoader.Loaded scan = scans.get(scans.size() - 1);
      found.add(find(scan, lesionMask, corrections, settings, scans.size(), dicom));
    }
    return compose(scans, found, settings, execution);
  }

  /** Follows the lesions found and judges the response. */
  static PetResult compose(
      List<ScanLoader.Loaded> scans,
      List<FoundLesions> found,
      PetSettings settings,
      Execution execution) {
    Course course = new Course(scans, found, settings, execution);
    List<List<LesionMeasurement>> rows = course.follow();
    List<TimePoint> timepoints = new ArrayList<>();
    for (int i = 0; i < scans.size(); i++) {
      timepoints.add(timepoint(scans.get(0), scans.get(i), found.get(i), rows.get(i)));
    }
    return new PetResult(
        timepoints,
        Verdicts.of(findings(timepoints, scans), settings.response()),
        course.registrations(),
        sameSeries(timepoints));
  }

  private static void requireEachFolderOnce(List<PetInput> inputs) throws IOException {
    Map<Path, String> seen = new HashMap<>();
    for (PetInput input : inputs) {
      Path folder = input.folder();
      Path real = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
      String before = seen.put(real, input.timepoint());
      if (before != null) {
        throw new RefusedException(
            "the same folder is given as %s and as %s".formatted(before, input.timepoint()),
            folder.toString(),
            "",
            "give each scan's own folder");
      }
    }
  }

  /** A folder that was copied is told, not refused: some archives hand out equal identifiers. */
  private static List<String> sameSeries(List<TimePoint> timepoints) {
    List<String> warnings = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (TimePoint scan : timepoints) {
      String before = seen.put(scan.suvReport().seriesUidHash(), scan.name());
      if (before != null) {
        warnings.add(
            "%s and %s hold the same PET series by its %s"
                .formatted(before, scan.name(), Tag.SERIES_INSTANCE_UID.label()));
      }
    }
    return warnings;
  }

  private static FoundLesions find(
      ScanLoader.Loaded scan,
      Optional<Path> lesionMask,
      List<LesionCorrection> corrections,
      PetSettings settings,
      int number,
      DicomReader dicom)
      throws IOException {
    String name = scan.input().timepoint();
    List<LesionCorrection> own =
        corrections.stream()
            .filter(c -> c.timepoint().isEmpty() ? number == 1 : c.timepoint().equals(name))
            .toList();
    if (number == 1 && lesionMask.isPresent()) {
      Geometry grid = scan.scan().suv().geometry();
      List<NamedMask> masks = MaskReader.readAll(lesionMask.get(), scan.target(), dicom);
      return LesionFinder.given(scan.scan(), LesionMask.of(masks, grid), own);
    }
    return LesionFinder.find(scan.scan(), settings.lesion(), own);
  }

  private static TimePoint timepoint(
      ScanLoader.Loaded first,
      ScanLoader.Loaded scan,
      FoundLesions found,
      List<LesionMeasurement> rows) {
    List<String> warnings = new ArrayList<>(found.warnings());
    warnings.addAll(CtDifferences.between(first.scan().ct(), scan.scan().ct()));
    Optional<LocalDate> date = scan.input().date().or(() -> scan.report().conditions().date());
    return new TimePoint(
        scan.input().timepoint(),
        date,
        scan.reader(),
        scan.report(),
        scan.scan().suv(),
        scan.scan().ct(),
        found.references(),
        found.thresholdSuvBw(),
        found.thresholdRule(),
        rows,
        found.physiological(),
        warnings);
  }

  private static List<ScanFindings> findings(
      List<TimePoint> timepoints, List<ScanLoader.Loaded> scans) {
    boolean lean =
        timepoints.stream()
            .map(t -> t.suv().bodyFactors())
            .map(BodyFactors::sulPerSuvBw)
            .allMatch(factor -> factor.isPresent());
    List<ScanFindings> findings = new ArrayList<>();
    for (int i = 0; i < timepoints.size(); i++) {
      List<ReferenceRegion> normal = timepoints.get(i).references();
      findings.add(Findings.of(timepoints.get(i), scans.get(i).input(), normal, lean));
    }
    return findings;
  }
}
