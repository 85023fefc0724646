package org.ranklens.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;

/** Groups a manifest's rows into items of work and gives each a folder of its own. */
final class Items {

  /** Names that Windows keeps for devices; a folder of that name can't be made there. */
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> caseFolders = new LinkedHashMap<>();

  private Items() {}

  static List<Item> of(Manifest manifest) throws IOException {
    Items names = new Items();
    Map<String, List<ManifestRow>> scans = new LinkedHashMap<>();
    for (ManifestRow row : manifest.rows()) {
      if (row.kind() == ManifestRow.Kind.PETCT) {
        scans.computeIfAbsent(row.caseCode(), c -> new ArrayList<>()).add(row);
      }
    }
    List<Item> items = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (ManifestRow row : manifest.rows()) {
      if (row.kind() == ManifestRow.Kind.IHC) {
        items.add(names.slide(row));
      } else if (done.add(row.caseCode())) {
        items.add(names.scans(manifest, scans.get(row.caseCode())));
      }
    }
    return items;
  }

  private Item slide(ManifestRow row) {
    String file = row.path().getFileName().toString();
    String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    String name = safe(row.timepoint() + "-ihc-" + row.marker() + "-" + stem);
    return new Item.Ihc(unique("items/" + caseFolder(row.caseCode()) + "/" + name), row);
  }

  private Item scans(Manifest manifest, List<ManifestRow> rows) throws IOException {
    Set<String> names = new HashSet<>();
    for (ManifestRow row : rows) {
      String where = manifest.file() + " line " + row.line();
      if (!names.add(row.timepoint())) {
        throw new RefusedException(
            "case " + row.caseCode() + " has PET/CT time point '" + row.timepoint() + "' twice",
            where,
            "timepoint",
            "give each scan of a case a time point of its own");
      }
      if (rows.size() > 1 && row.date().isEmpty()) {
        throw new RefusedException(
            "the scan has no date, and time points are ordered by date",
            where,
            "date",
            "write it as 2024-03-31");
      }
    }
    List<ManifestRow> ordered = new ArrayList<>(rows);
    if (rows.size() > 1) {
      ordered.sort(Comparator.comparing(row -> row.date().orElseThrow()));
    }
    String folder = unique("items/" + caseFolder(rows.get(0).caseCode()) + "/petct");
    return new Item.PetCt(folder, ordered);
  }

  private String caseFolder(String caseCode) {
    String known = caseFolders.get(caseCode);
    if (known == null) {
      known = safe(caseCode);
      String name = known;
      // Two codes that differ only in what a file system can't hold must not share a folder.
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = known + "_" + n;
      }
      known = name;
      caseFolders.put(caseCode, known);
    }
    return known;
  }

  private String unique(String folder) {
    String name = folder;
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = folder + "_" + n;
    }
    return name;
  }

  /** Returns a name that every file system holds: letters, digits, dot, dash and underscore. */
  static String safe(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[.]+|[.]+$", "_");
    safe = PlainText.head(safe, 100);
    return RESERVED.contains(safe.toLowerCase(Locale.ROOT)) ? "_" + safe : safe;
  }
}
