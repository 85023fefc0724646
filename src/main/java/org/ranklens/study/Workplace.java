package org.ranklens.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.Execution;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.plugin.PluginFolders;

/**
 * What items are worked on with.
 *
 * @param settings every setting
 * @param slideReader which reader opens slides
 * @param pixelSizeMicrons replaces the slides' own pixel size
 * @param dicomReader which parser reads DICOM
 * @param lesionMask lesions of the first scan, used as they are
 * @param corrections names and corrections of lesions
 * @param plugins where Bio-Formats and dcm4che are looked for
 * @param shard the part of the study
 * @param execution threads and progress
 * @param onlooker sees the results beside the files
 */
public record Workplace(
    StudySettings settings,
    ReaderChoice slideReader,
    OptionalDouble pixelSizeMicrons,
    DicomReaderChoice dicomReader,
    Optional<Path> lesionMask,
    List<LesionCorrection> corrections,
    PluginFolders plugins,
    Shard shard,
    Execution execution,
    Onlooker onlooker) {

  /** Returns a workplace of automatic readers. */
  public static Workplace of(StudySettings settings, PluginFolders plugins, Execution execution) {
    return new Workplace(
        settings,
        ReaderChoice.AUTO,
        OptionalDouble.empty(),
        DicomReaderChoice.AUTO,
        Optional.empty(),
        List.of(),
        plugins,
        Shard.whole(),
        execution,
        Onlooker.none());
  }

  /** Returns this workplace with other readers of slides. */
  public Workplace withSlides(ReaderChoice reader, OptionalDouble pixelSize) {
    return new Workplace(
        settings,
        reader,
        pixelSize,
        dicomReader,
        lesionMask,
        corrections,
        plugins,
        shard,
        execution,
        onlooker);
  }

  /** Returns this workplace with other readers and lesions of scans. */
  public Workplace withScans(
      DicomReaderChoice reader, Optional<Path> mask, List<LesionCorrection> corrected) {
    return new Workplace(
        settings,
        slideReader,
        pixelSizeMicrons,
        reader,
        mask,
        corrected,
        plugins,
        shard,
        execution,
        onlooker);
  }

  /** Returns what replaces the pixel size of a row's slide. */
  OptionalDouble pixelSizeMicrons(ManifestRow row) {
    return row.pixelSizeMicrons().isPresent() ? row.pixelSizeMicrons() : pixelSizeMicrons;
  }

  /** Returns this workplace for a part of the study. */
  public Workplace withShard(Shard part) {
    return new Workplace(
        settings,
        slideReader,
        pixelSizeMicrons,
        dicomReader,
        lesionMask,
        corrections,
        plugins,
        part,
        execution,
        onlooker);
  }

  /** Returns this workplace with someone looking on. */
  public Workplace withOnlooker(Onlooker watching) {
    return new Workplace(
        settings,
        slideReader,
        pixelSizeMicrons,
        dicomReader,
        lesionMask,
        corrections,
        plugins,
        shard,
        execution,
        watching);
  }
}
