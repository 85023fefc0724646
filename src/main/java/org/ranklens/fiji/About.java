package org.ranklens.fiji;

import org.ranklens.Version;

/** Says what Ranklens is. */
final class About {

  private About() {}

  static void show() {
    Messages.tell(
        "About Ranklens",
        """
        Ranklens %s

        Scores cytoplasmic RANK and RANKL on H-DAB slides,
        multinucleated giant cells and mononuclear cells apart,
        and measures how the uptake (SUV) and the density (HU)
        of lesions changed between PET/CT scans.

        It writes what its command line writes: CSV tables,
        figures and one HTML report.

        For research use only. BSD 3-Clause licence.
        Java %s"""
            .formatted(Version.current(), System.getProperty("java.version")));
  }
}
