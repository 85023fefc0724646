package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Files into series: by series UID, duplicates dropped. Not thread-safe. */
final class SeriesSorter {

  /** More frames than any scanner makes; a broken header shall not ask for more. */
  private static final int MOST_FRAMES = 100_000;

  private final Map<String, List<Slice>> byUid = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private int duplicates;

  void add(DicomFile file) throws IOException {
    DataSet set = file.dataSet();
    String uid = set.requireString(Tag.SERIES_INSTANCE_UID);
    // Some anonymisers give slices of one series the same UID: the position tells them apart.
    String identity =
        String.join(
            "|",
            uid,
            set.stringOrEmpty(Tag.SOP_INSTANCE_UID),
            set.stringOrEmpty(Tag.IMAGE_POSITION_PATIENT),
            set.stringOrEmpty(Tag.INSTANCE_NUMBER));
    if (!seen.add(identity)) {
      duplicates++;
      return;
    }
    int frames = file.hasPixels() ? file.frames() : 1;
    if (frames > MOST_FRAMES) {
      throw set.refusal("is " + frames, Tag.NUMBER_OF_FRAMES, "");
    }
    List<Slice> slices = byUid.computeIfAbsent(uid, key -> new ArrayList<>());
    for (int frame = 0; frame < frames; frame++) {
      slices.add(Slice.of(file, frame));
    }
  }

  List<String> remarks() {
    return duplicates == 0
        ? List.of()
        : List.of(
            duplicates + (duplicates == 1 ? " file is a duplicate" : " files are duplicates"));
  }

  /** By number, then by UID. */
  List<Series> series() {
    List<Series> all = new ArrayList<>();
    byUid.forEach((uid, slices) -> all.add(series(uid, slices)));
    // They come by UID, and the sort keeps that order among equals.
    all.sort((one, other) -> Long.compare(number(one), number(other)));
    return List.copyOf(all);
  }

  private static Series series(String uid, List<Slice> slices) {
    List<Slice> images = slices.stream().filter(slice -> !isLocalizer(slice)).toList();
    List<Slice> kept = images.isEmpty() ? slices : images;
    DataSet first = kept.get(0).attributes().top();
    int dropped = slices.size() - kept.size();
    return new Series(
        first.stringOrEmpty(Tag.MODALITY),
        uid,
        first.stringOrEmpty(Tag.STUDY_INSTANCE_UID),
        first.stringOrEmpty(Tag.FRAME_OF_REFERENCE_UID),
        first.stringOrEmpty(Tag.SERIES_DESCRIPTION),
        first.stringOrEmpty(Tag.SERIES_NUMBER),
        kept,
        dropped == 0 ? List.of() : List.of(dropped + " localizer images among the slices"));
  }

  static boolean isLocalizer(Slice slice) {
    return slice.attributes().top().strings(Tag.IMAGE_TYPE).contains("LOCALIZER");
  }

  private static long number(Series series) {
    try {
      return Long.parseLong(series.number());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
