package org.ranklens.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.OtherImage;
import org.ranklens.ihc.slide.PixelSize;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideFacts;
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
    SlideFacts facts = slide.facts();
    Level full = slide.full();
    ObjectNode sheet = JsonNodeFactory.instance.objectNode();
    sheet.put("kind", "slide");
    sheet.put("name", facts.name());
    sheet.put("reader", facts.reader());
    sheet.put("width_px", full.width());
    sheet.put("height_px", full.height());
    pixelSize(facts.pixelSize(), full, sheet);
    facts.objectivePower().ifPresent(power -> sheet.put("objective_power", power));
    sheet.put("pixels", facts.pixels());
    ArrayNode levels = sheet.putArray("levels");
    for (Level level : facts.levels()) {
      levels
          .addObject()
          .put("level", level.index())
          .put("width_px", level.width())
          .put("height_px", level.height())
          .put("downsample", level.downsample());
    }
    ArrayNode others = sheet.putArray("not_analysed");
    for (OtherImage other : facts.otherImages()) {
      others
          .addObject()
          .put("image", other.name())
          .put("width_px", other.width())
          .put("height_px", other.height());
    }
    ArrayNode remarks = sheet.putArray("remarks");
    facts.remarks().forEach(remarks::add);
    facts.warnings().forEach(remarks::add);
    return new InfoSheet(sheet);
  }

  private static void pixelSize(PixelSize size, Level full, ObjectNode sheet) {
    if (size.microns().isEmpty()) {
      sheet.put("pixel_size_um", "unknown: give it by --pixel-size-um");
      if (!size.source().isEmpty()) {
        sheet.put("pixel_size_found", size.source());
      }
      return;
    }
    double microns = size.microns().getAsDouble();
    sheet.put("pixel_size_um", microns);
    sheet.put("pixel_size_source", size.source());
    sheet.put("width_mm", millimetres(full.width() * microns));
    sheet.put("height_mm", millimetres(full.height() * microns));
  }

  private static double millimetres(double microns) {
    return Math.round(microns) / 1_000.0;
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
          inner(name, inner, indent, text);
        } else {
          line(indent, name, element, text);
        }
      }
    }
  }

  /** Levels and pictures have a line each, other things one for each of their values. */
  private static void inner(String name, ObjectNode node, String indent, StringBuilder text) {
    if (node.has("level")) {
      text.append(
          String.format(
              Locale.ROOT,
              "%slevel %d: %s, 1 : %.4g%n",
              indent,
              node.get("level").asInt(),
              size(node),
              node.get("downsample").asDouble()));
    } else if (node.has("image")) {
      text.append(
          String.format("%s%s: %s, %s%n", indent, name, node.get("image").asText(), size(node)));
    } else {
      text.append(indent).append(name).append('\n');
      lines(node, indent + "  ", text);
    }
  }

  private static String size(ObjectNode node) {
    return node.get("width_px").asInt() + " x " + node.get("height_px").asInt() + " px";
  }

  private static void line(String indent, String name, JsonNode value, StringBuilder text) {
    if (!value.asText().isEmpty()) {
      text.append(indent).append(name).append(": ").append(value.asText()).append('\n');
    }
  }
}
