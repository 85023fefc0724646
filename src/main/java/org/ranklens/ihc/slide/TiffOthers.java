package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pictures of a TIFF that are no level of the slide. */
final class TiffOthers {

  private TiffOthers() {}

  static List<OtherImage> of(List<TiffDirectory> directories, List<TiffDirectory> levels)
      throws IOException {
    List<OtherImage> others = new ArrayList<>();
    for (int i = 0; i < directories.size(); i++) {
      TiffDirectory directory = directories.get(i);
      if (!levels.contains(directory)) {
        others.add(
            new OtherImage(
                name(directory, i),
                (int) directory.number(TiffTag.IMAGE_WIDTH, 0),
                (int) directory.number(TiffTag.IMAGE_LENGTH, 0)));
      }
    }
    return List.copyOf(others);
  }

  /** Aperio's descriptions have the word at the start of their second line. */
  private static String name(TiffDirectory directory, int index) throws IOException {
    String description =
        directory.text(TiffTag.IMAGE_DESCRIPTION).orElse("").toLowerCase(Locale.ROOT);
    for (String word : List.of("label", "macro", "thumbnail")) {
      if (description.startsWith(word) || description.contains("\n" + word)) {
        return word;
      }
    }
    return "image " + index;
  }
}
