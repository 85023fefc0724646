package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ranklens.Execution;
import org.ranklens.RefusedException;

/** The headers of a folder's files, read in parallel, sorted into series. */
final class FolderIndex {

  private static final String DICOMDIR_CLASS = "1.2.840.10008.1.3.10";

  private FolderIndex() {}

  static FoundSeries read(Path folder, DicomReader reader, Execution execution) throws IOException {
    List<Path> paths = FolderFiles.of(folder);
    DicomFile[] files = new DicomFile[paths.size()];
    String[] broken = new String[paths.size()];
    execution.progress().begin("reading DICOM headers", paths.size());
    ParallelWork.forEach(
        paths.size(),
        execution,
        i -> {
          try {
            files[i] = reader.read(paths.get(i));
          } catch (NotDicomException e) {
            // Counted below.
          } catch (AccessDeniedException e) {
            broken[i] = e.getFile() + ": may not be read.";
          } catch (IOException e) {
            // A directory of the files leads nowhere that the folder doesn't.
            broken[i] = isNamedDirectory(paths.get(i)) ? null : e.getMessage();
          }
        });
    return sort(folder, reader, files, broken, emptyFiles(paths));
  }

  private static boolean isNamedDirectory(Path file) {
    return file.getFileName().toString().toUpperCase(Locale.ROOT).startsWith("DICOMDIR");
  }

  /** Files of 0 bytes are what a copy leaves that was broken off. */
  private static long emptyFiles(List<Path> paths) throws IOException {
    long empty = 0;
    for (Path path : paths) {
      empty += Files.size(path) == 0 ? 1 : 0;
    }
    return empty;
  }

  private static FoundSeries sort(
      Path folder, DicomReader reader, DicomFile[] files, String[] broken, long empty)
      throws IOException {
    SeriesSorter sorter = new SeriesSorter();
    List<String> messages = new ArrayList<>();
    int others = 0;
    for (int i = 0; i < files.length; i++) {
      if (broken[i] != null) {
        messages.add(broken[i]);
      } else if (files[i] == null || isDirectory(files[i])) {
        others++;
      } else {
        try {
          sorter.add(files[i]);
        } catch (RefusedException e) {
          messages.add(e.getMessage());
        }
      }
    }
    List<String> remarks = new ArrayList<>(sorter.remarks());
    if (others > 0) {
      remarks.add(others + (others == 1 ? " file is" : " files are") + " no DICOM image");
    }
    if (empty > 0) {
      remarks.add(
          empty + (empty == 1 ? " file is" : " files are") + " empty: was a copy broken off?");
    }
    List<Series> series = sorter.series();
    if (series.isEmpty() && messages.isEmpty()) {
      throw new RefusedException(
          "no DICOM series is there",
          folder.toString(),
          "",
          "give the folder that holds the PET and CT files");
    }
    return new FoundSeries(folder, series, reader.name(), messages, remarks);
  }

  private static boolean isDirectory(DicomFile file) {
    return file.dataSet().stringOrEmpty(Tag.SOP_CLASS_UID).equals(DICOMDIR_CLASS)
        || !file.dataSet().contains(Tag.SERIES_INSTANCE_UID);
  }
}
