package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.NucleusCounts;
import org.ranklens.ihc.RegionScore;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/**
 * The page's table of giant cells: how many on a square millimetre, and how their nuclei share out.
 */
final class GiantCellTable {

  /** Fewest and most nuclei of each column. */
  private static final int[][] BINS = {
    {2, 3}, {4, 5}, {6, 10}, {11, 20}, {21, Integer.MAX_VALUE - 1}
  };

  private GiantCellTable() {}

  static PageTable of(IhcResult result) {
    List<PageColumn> columns = new ArrayList<>();
    boolean regions = result.regions().size() > 1;
    if (regions) {
      columns.add(new PageColumn("Region", "", false));
    }
    columns.add(new PageColumn("Giant cells", "n", true));
    columns.add(new PageColumn("Density", "per mm²", true));
    columns.add(new PageColumn("Nuclei", "median (min to max)", true));
    for (int i = 0; i < BINS.length; i++) {
      columns.add(new PageColumn(head(i), "nuclei", true));
    }
    List<List<String>> rows =
        result.regions().stream().map(region -> row(region, regions)).toList();
    return new PageTable("Multinucleated giant cells", "", columns, rows);
  }

  private static String head(int bin) {
    if (bin == 0) {
      return "up to " + BINS[bin][1];
    }
    if (bin == BINS.length - 1) {
      return "over " + (BINS[bin][0] - 1);
    }
    return BINS[bin][0] + " to " + BINS[bin][1];
  }

  private static List<String> row(RegionScore region, boolean regions) {
    NucleusCounts counts = region.giantNuclei();
    List<String> row = new ArrayList<>();
    if (regions) {
      row.add(region.roi().isEmpty() ? "whole slide" : region.roi());
    }
    row.add(Long.toString(counts.total()));
    row.add(
        region.tissueAreaMm2() > 0 ? Row.decimal(counts.total() / region.tissueAreaMm2(), 1) : "");
    row.add(counts.total() == 0 ? "" : spread(counts));
    for (int[] bin : BINS) {
      row.add(Long.toString(counts.between(bin[0], bin[1])));
    }
    return row;
  }

  private static String spread(NucleusCounts counts) {
    double median = counts.median().orElseThrow();
    return "%s (%s to %s)"
        .formatted(
            Row.decimal(median, median == Math.rint(median) ? 0 : 1),
            counts.min().orElseThrow(),
            counts.max().orElseThrow());
  }
}
