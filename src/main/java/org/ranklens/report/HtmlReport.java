package org.ranklens.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranklens.report.ItemPage.PageFigure;
import org.ranklens.report.ItemPage.PageTable;
import org.ranklens.report.PageModel.CaseModel;
import org.ranklens.report.PageModel.ItemModel;

/** {@code report.html}: one file that asks for no other. */
public final class HtmlReport {

  static final String NAME = "report.html";

  /** Compiled once: a run writes a page for each item. */
  private static final PebbleTemplate PAGE = template();

  private HtmlReport() {}

  /** Writes the page of one item into its folder, from what lies there. */
  public static void ofItem(Path folder) throws IOException {
    ItemPage page = Json.read(folder.resolve(ItemPage.NAME), ItemPage.class);
    Pictures pictures = pictures(List.of(folder), List.of(page));
    ItemModel item = ItemModel.of(page, folder, "", pictures);
    write(folder, List.of(CaseModel.of(page.caseCode(), 1, List.of(item))), List.of());
  }

  /**
   * Writes the page of a run from what lies in its items' folders.
   *
   * @param folders lie below {@code top}, in the order of the manifest
   * @param study what no item alone can say
   * @param target where the page is written; links of it hold once it lies in {@code top}
   */
  public static void ofRun(Path top, List<Path> folders, StudyPage study, Path target)
      throws IOException {
    List<ItemPage> pages = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      ItemPage page = Json.read(folders.get(i).resolve(ItemPage.NAME), ItemPage.class);
      pages.add(study.slides().get(i).added(page));
    }
    Pictures pictures = pictures(folders, pages);
    Map<String, List<ItemModel>> byCase = new LinkedHashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      String relative = top.relativize(folders.get(i)).toString().replace('\\', '/');
      byCase
          .computeIfAbsent(pages.get(i).caseCode(), code -> new ArrayList<>())
          .add(ItemModel.of(pages.get(i), folders.get(i), relative, pictures));
    }
    List<CaseModel> cases = new ArrayList<>();
    for (Map.Entry<String, List<ItemModel>> entry : byCase.entrySet()) {
      cases.add(CaseModel.of(entry.getKey(), cases.size() + 1, entry.getValue()));
    }
    write(target, cases, study.tables());
  }

  /** Takes the plates of all cases in before any other picture. */
  private static Pictures pictures(List<Path> folders, List<ItemPage> pages) throws IOException {
    long plates =
        pages.stream().flatMap(p -> p.figures().stream()).filter(PageFigure::plate).count();
    Pictures pictures = new Pictures((int) plates);
    for (boolean plate : new boolean[] {true, false}) {
      for (int i = 0; i < pages.size(); i++) {
        for (PageFigure figure : pages.get(i).figures()) {
          if (figure.plate() == plate) {
            pictures.embed(folders.get(i).resolve(figure.file()));
          }
        }
      }
    }
    return pictures;
  }

  private static void write(Path target, List<CaseModel> cases, List<PageTable> tables)
      throws IOException {
    Writer html = new StringWriter();
    PAGE.evaluate(html, Map.of("page", PageModel.of(cases, tables)));
    Files.writeString(target.resolve(NAME), html.toString(), StandardCharsets.UTF_8);
  }

  private static PebbleTemplate template() {
    ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
    loader.setPrefix("org/ranklens/report");
    loader.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(true)
        .defaultLocale(Locale.ROOT)
        .newLineTrimming(true)
        .build()
        .getTemplate("report");
  }
}
