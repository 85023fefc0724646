package org.ranklens.fiji;

import ij.IJ;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the pages that the zip brought along; no network is needed. */
final class Documentation {

  private Documentation() {}

  static void open() throws IOException {
    Path page = page();
    if (!Files.isRegularFile(page)) {
      throw new WrongAnswerException(page + " is missing; unpack the zip of Ranklens again.");
    }
    browse(page);
  }

  /** Opens a page in the browser, or says where it lies where there is none. */
  static void browse(Path page) throws IOException {
    boolean browser =
        !GraphicsEnvironment.isHeadless()
            && Desktop.isDesktopSupported()
            && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
    if (browser) {
      Desktop.getDesktop().browse(page.toUri());
    } else {
      IJ.log("Ranklens: open " + page + " in a browser");
    }
  }

  /** Our jar lies in {@code ranklens/VERSION/lib}, the pages in {@code ranklens/VERSION/docs}. */
  private static Path page() {
    try {
      Path jar =
          Path.of(Documentation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.resolveSibling("../docs/fiji.html").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
