package org.ranklens.plugin;

import java.io.IOException;

/** A library that is there, but incomplete, too old or broken. */
public final class PluginException extends IOException {

  private static final long serialVersionUID = 1L;

  PluginException(PluginLibrary library, String where, String why, Throwable cause) {
    super(
        library.title() + " in " + where + " can't be used: " + why + "; " + library.remedy() + ".",
        cause);
  }
}
