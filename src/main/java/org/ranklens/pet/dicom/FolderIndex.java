package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
          } catch (IOException e) {
            broken[i] = e.getMessage();
          }
        });
    return sort(folder, reader, files, broken);
  }

  private static FoundSeries sort(
      Path folder, DicomReader reader, DicomFile[] files, String[] broken) throws IOException {
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
