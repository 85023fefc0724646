package org.ranklens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.Execution;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.pet.dicom.DicomReader;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.SeriesFinder;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.report.InfoSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Says what a slide or a folder of DICOM files is, and who reads it.")
final class InfoCommand implements Callable<Integer> {

  private static final int DICOM_PREAMBLE_BYTES = 128;

  @Mixin private CommonOptions common;
  @Mixin private SlideArguments slideArguments;

  @Parameters(paramLabel = "FILE_OR_DIR", description = "A slide, or a folder of DICOM files.")
  private Path path;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    InfoSheet sheet = sheet(common.execution());
    System.out.println(json ? sheet.json() : sheet.text());
    return ExitCode.DONE;
  }

  private InfoSheet sheet(Execution execution) throws IOException {
    if (Files.isDirectory(path)) {
      return InfoSheet.of(SeriesFinder.find(path, dicomReader(), execution));
    }
    try (Slide slide = Slides.open(path, slideArguments.options(common.pluginFolder()))) {
      return InfoSheet.of(slide);
    } catch (IOException e) {
      if (isDicom()) {
        return InfoSheet.of(SeriesFinder.find(path, dicomReader(), execution));
      }
      throw e;
    }
  }

  private DicomReader dicomReader() throws IOException {
    return DicomReader.of(DicomReaderChoice.AUTO, PluginFolders.of(common.pluginFolder()));
  }

  private boolean isDicom() throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(Math.min(DICOM_PREAMBLE_BYTES, Files.size(path)));
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("DICM");
    }
  }
}
