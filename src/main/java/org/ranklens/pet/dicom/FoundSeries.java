package org.ranklens.pet.dicom;

import java.nio.file.Path;
import java.util.List;

/**
 * What a folder holds.
 *
 * @param folder the folder that was searched
 * @param series PET, CT and others, by number, then by UID
 * @param reader name of the reader that parsed them
 * @param broken files that are DICOM, but can't be read: a sentence each
 * @param remarks what was passed over, in words: files that are no DICOM, duplicates
 */
public record FoundSeries(
    Path folder, List<Series> series, String reader, List<String> broken, List<String> remarks) {

  public FoundSeries {
    series = List.copyOf(series);
    broken = List.copyOf(broken);
    remarks = List.copyOf(remarks);
  }
}
