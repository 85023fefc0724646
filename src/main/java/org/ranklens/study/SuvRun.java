package org.ranklens.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.FoundSeries;
import org.ranklens.pet.dicom.PetCtStudy;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.pet.mask.MaskReader;
import org.ranklens.pet.mask.MaskTarget;
import org.ranklens.pet.mask.NamedMask;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.SuvCalculator;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.pet.suv.SuvScale;
import org.ranklens.pet.suv.SuvStatistics;
import org.ranklens.pet.suv.SuvVolume;
import org.ranklens.report.NiftiFile;
import org.ranklens.report.OutputException;
import org.ranklens.report.Provenance;
import org.ranklens.report.ResultFolder;
import org.ranklens.report.SuvTable;

/** Computes the SUVs of one series, apart from any study. */
public final class SuvRun {

  /**
   * What is asked for.
   *
   * @param folder holds the PET series
   * @param mask where the statistics are taken, instead of the whole volume
   * @param volume where the SUVs are written as NIfTI
   * @param series which series to take
   * @param overrides what replaces a value of the header
   */
  public record Request(
      Path folder,
      Optional<Path> mask,
      Optional<Path> volume,
      SeriesChoice series,
      PatientOverrides overrides) {}

  private SuvRun() {}

  /**
   * Writes {@code suv.csv} and {@code provenance.json}.
   *
   * @param reader what parses the files
   * @throws OutputException where nothing can be written, or another run is writing there
   */
  public static Outcome run(Request request, Path out, DicomReader reader, Workplace workplace)
      throws IOException {
    return RunLock.holding(out, () -> locked(request, out, reader, workplace));
  }

  private static Outcome locked(Request request, Path out, DicomReader reader, Workplace workplace)
      throws IOException {
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      // Half of a short run would go into turning settings into JSON: it is done beside the rest.
      CompletableFuture<ObjectNode> settings =
          CompletableFuture.supplyAsync(workplace.settings()::resultSettings);
      List<Provenance.Input> inputs = new ArrayList<>();
      Outcome outcome = attempt(request, folder.path(), reader, workplace, inputs);
      new Provenance(
              "suv",
              settings.join(),
              inputs,
              List.of(reader.name()),
              workplace.execution().threads(),
              workplace.settings().ihc().tileSizePx(),
              workplace.shard().toString(),
              new Provenance.OneItem(outcome.status(), outcome.reason(), ""))
          .write(folder.path());
      folder.moveUp();
      return outcome;
    }
  }

  private static Outcome attempt(
      Request request,
      Path folder,
      DicomReader reader,
      Workplace workplace,
      List<Provenance.Input> inputs)
      throws IOException {
    try {
      SuvTable.write(folder, measure(request, reader, workplace));
      digest(request.folder(), inputs, workplace.execution());
      if (request.mask().isPresent()) {
        digest(request.mask().get(), inputs, workplace.execution());
      }
      return Outcome.ok();
    } catch (OutputException e) {
      throw e;
    } catch (RefusedException e) {
      SuvTable.writeFailure(folder, "refused", e.getMessage());
      return new Outcome("refused", e.getMessage());
    } catch (IOException e) {
      ResultFolder.checkRoom(folder);
      SuvTable.writeFailure(folder, "failed", Sentences.of(e));
      return new Outcome("failed", Sentences.of(e));
    }
  }

  private static SuvReport measure(Request request, DicomReader reader, Workplace workplace)
      throws IOException {
    Execution execution = workplace.execution();
    FoundSeries found = SeriesFinder.find(request.folder(), reader, execution);
    PetCtStudy study = PetCtStudy.choose(found, request.series());
    Series pet = study.pet();
    SuvScale scale =
        SuvCalculator.scale(pet, workplace.settings().pet().suv(), request.overrides());
    SuvVolume suv = scale.read(execution);
    if (request.volume().isPresent()) {
      NiftiFile.write(request.volume().get(), suv);
    }
    if (request.mask().isEmpty()) {
      return scale.report(suv, SuvStatistics.of(suv)).withNotes(study.remarks());
    }
    List<NamedMask> masks = MaskReader.read(request.mask().get(), MaskTarget.of(pet), reader);
    return scale
        .report(suv, SuvStatistics.of(suv, MaskReader.union(masks)))
        .withNotes(study.remarks())
        .withWarnings(masks.stream().flatMap(mask -> mask.warnings().stream()).toList());
  }

  private static void digest(Path input, List<Provenance.Input> inputs, Execution execution)
      throws IOException {
    inputs.addAll(ItemWork.inputs(InputFile.of(input, execution)));
  }
}
