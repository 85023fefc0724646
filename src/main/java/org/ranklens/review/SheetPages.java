package org.ranklens.review;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranklens.ihc.ShowField;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.report.PngFile;
import org.ranklens.report.figure.Canvas;
import org.ranklens.report.figure.FieldFigure;

/** Draws the pages of pictures: a page per slide under its code, and a first page. */
final class SheetPages {

  /** Compiled once: there is a page for each slide. */
  private static final PebbleTemplate SHEET =
      new PebbleEngine.Builder()
          .loader(new ClasspathLoader(SheetPages.class.getClassLoader()))
          .strictVariables(true)
          .defaultLocale(Locale.ROOT)
          .build()
          .getTemplate("org/ranklens/review/sheet.peb");

  private SheetPages() {}

  static void write(Path readers, Sheet sheet, Slide slide) throws IOException {
    // Its parents are not made again: they are gone where the process is told to end.
    Path pictures = Files.createDirectory(readers.resolve(sheet.code()));
    List<String> names = new ArrayList<>();
    for (int k = 0; k < sheet.fields().size(); k++) {
      Field field = sheet.fields().get(k);
      ShowField shown = new ShowField(field.x(), field.y(), field.width(), field.height());
      String name = "field-" + (k + 1) + ".png";
      Canvas picture = new FieldFigure(slide, shown, sheet.slide().pixelSizeMicrons()).plain("");
      PngFile.write(pictures.resolve(name), picture.width(), picture.height(), picture.rgb());
      names.add(sheet.code() + "/" + name);
    }
    page(readers.resolve(sheet.code() + ".html"), Map.of("code", sheet.code(), "names", names));
  }

  static void writeIndex(Path readers, List<Sheet> sheets) throws IOException {
    List<String> codes = sheets.stream().map(Sheet::code).toList();
    page(readers.resolve("index.html"), Map.of("code", "", "names", codes));
  }

  private static void page(Path file, Map<String, Object> context) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      SHEET.evaluate(writer, context);
    }
  }
}
