package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The spacings of a Philips TIFF. Its images are padded to whole tiles, so their widths don't tell
 * how much smaller a level is; its XML does.
 *
 * @param millimetres across and down a pixel of each level, from the largest on; may be empty
 */
record PhilipsXml(List<double[]> millimetres) {

  private static final String SPACING = "DICOM_PIXEL_SPACING";
  private static final String LEVELS = "PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE";

  /** Returns whether a description is Philips'. */
  static boolean is(String description) {
    return description.contains("\"DPUfsImport\"") && description.contains("<DataObject");
  }

  static PhilipsXml of(TiffDirectory tags, String xml) throws IOException {
    List<double[]> all = new ArrayList<>();
    List<double[]> ofLevels = new ArrayList<>();
    boolean[] within = new boolean[1];
    SlideXml.read(
        tags,
        "Philips XML",
        xml,
        at -> {
          String name = at.getAttributeValue(null, "Name");
          if (LEVELS.equals(name)) {
            within[0] = true;
          } else if (SPACING.equals(name)) {
            (within[0] ? ofLevels : all).add(spacing(at));
          }
        });
    List<double[]> levels = ofLevels.isEmpty() ? all.subList(0, Math.min(1, all.size())) : ofLevels;
    return new PhilipsXml(levels.stream().filter(pair -> pair[0] > 0 && pair[1] > 0).toList());
  }

  /** DICOM has the distance of rows first, then that of columns. */
  private static double[] spacing(XMLStreamReader at) throws XMLStreamException {
    String[] numbers = at.getElementText().replace('"', ' ').strip().split("\\s+", -1);
    double down = TiffText.positive(numbers[0]).orElse(0);
    return new double[] {numbers.length < 2 ? down : TiffText.positive(numbers[1]).orElse(0), down};
  }

  PixelSize pixelSize() {
    return millimetres.isEmpty()
        ? PixelSize.unknown()
        : PixelSize.found(
            1_000 * millimetres.get(0)[0], 1_000 * millimetres.get(0)[1], "Philips' XML");
  }
}
