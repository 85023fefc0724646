package org.ranklens.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.OtherImage;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.FoundSeries;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Tag;

/** What a file or folder is: what {@code ranklens info} prints, as text or JSON. */
public final class InfoSheet {

  private final ObjectNode sheet;

  private InfoSheet(ObjectNode sheet) {
    this.sheet = sheet;
  }

  /** Describes a slide. */
  public static InfoSheet of(Slide slide) {
    ObjectNode sheet = JsonNodeFactory.instance.objectNode();
    sheet.put("kind", "slide");
    sheet.put("name", slide.name());
    sheet.put("reader", slide.reader());
    if (slide.pixelSizeMicrons().isPresent()) {
      sheet.put("pixel_size_um", slide.pixelSizeMicrons().getAsDouble());
    } else {
      sheet.put("pixel_size_um", "unknown: give it by --pixel-size-um");
    }
    slide.objectivePower().ifPresent(power -> sheet.put("objective_power", power));
    ArrayNode levels = sheet.putArray("levels");
    for (Level level : slide.levels()) {
      levels
          .addObject()
          .put("level", level.index())
          .put("width_px", level.width())
          .put("height_px", level.height())
          .put("downsample", level.downsample());
    }
    ArrayNode others = sheet.putArray("not_analysed");
    for (OtherImage other : slide.otherImages()) {
      others
          .addObject()
          .put("image", other.name())
          .put("width_px", other.width())
          .put("height_px", other.height());
    }
    return new InfoSheet(sheet);
  }

  /** Describes the DICOM series of a folder. */
  public static InfoSheet of(FoundSeries found) {
    ObjectNode sheet = JsonNodeFactory.instance.objectNode();
    sheet.put("kind", "dicom");
    sheet.put("reader", found.reader());
    ArrayNode series = sheet.putArray("series");
    for (Series one : found.series()) {
      describe(one, series.addObject());
    }
    ArrayNode remarks = sheet.putArray("remarks");
    found.remarks().forEach(remarks::add);
    return new InfoSheet(sheet);
  }

  private static void describe(Series series, ObjectNode node) {
    DataSet first = series.first();
    node.put("modality", series.modality());
    node.put("description", series.description());
    node.put("number", series.number());
    node.put("slices", series.slices().size());
    node.put("manufacturer", first.stringOrEmpty(Tag.MANUFACTURER));
    node.put("model", first.stringOrEmpty(Tag.MANUFACTURER_MODEL_NAME));
    node.put("transfer_syntax", series.slices().get(0).file().transferSyntaxInWords());
    node.put("lossy", series.slices().get(0).file().lossy());
    if (series.modality().equals("PT")) {
      node.put("units", first.stringOrEmpty(Tag.UNITS));
      node.put("decay_correction", first.stringOrEmpty(Tag.DECAY_CORRECTION));
      node.put("radiopharmaceutical", radiopharmaceutical(first));
    }
    ArrayNode remarks = node.putArray("remarks");
    series.remarks().forEach(remarks::add);
    if (!series.modality().equals("PT") && !series.modality().equals("CT")) {
      return;
    }
    try {
      var geometry = series.stack().geometry();
      node.put("voxels", geometry.columns() + " x " + geometry.rows() + " x " + geometry.slices());
    } catch (RefusedException e) {
      remarks.add(e.refusal().what());
    } catch (java.io.IOException e) {
      remarks.add(String.valueOf(e.getMessage()));
    }
  }

  private static String radiopharmaceutical(DataSet first) {
    DataSet holder = first.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).orElse(first);
    return holder.stringOrEmpty(Tag.RADIOPHARMACEUTICAL);
  }

  /** Returns the sheet as JSON. */
  public String json() {
    return sheet.toPrettyString();
  }

  /** Returns the sheet as lines for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines(sheet, "", text);
    return text.toString().stripTrailing();
  }

  private static void lines(ObjectNode node, String indent, StringBuilder text) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = entry.getKey().replace('_', ' ');
      JsonNode value = entry.getValue();
      if (!value.isArray()) {
        line(indent, name, value, text);
        continue;
      }
      for (JsonNode element : value) {
        if (element instanceof ObjectNode inner) {
          text.append(indent).append(name).append('\n');
          lines(inner, indent + "  ", text);
        } else {
          line(indent, name, element, text);
        }
      }
    }
  }

  private static void line(String indent, String name, JsonNode value, StringBuilder text) {
    if (!value.asText().isEmpty()) {
      text.append(indent).append(name).append(": ").append(value.asText()).append('\n');
    }
  }
}
