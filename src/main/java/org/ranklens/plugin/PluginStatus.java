package org.ranklens.plugin;

import java.util.Optional;

/**
 * Whether a library is there.
 *
 * @param library which one
 * @param version its version, empty where it is absent or does not tell
 * @param where its jar or {@code the class path}, empty where it is absent
 * @param advice what to do about it, as a sentence; empty where it is there
 */
public record PluginStatus(
    PluginLibrary library, Optional<String> version, Optional<String> where, String advice) {

  /** Returns whether the library is there. */
  public boolean found() {
    return where.isPresent();
  }
}
