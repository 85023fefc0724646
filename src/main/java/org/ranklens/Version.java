package org.ranklens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {

  private Version() {}

  /** Returns the version as the build wrote it, such as {@code 0.1.0}. */
  public static String current() {
    return build().getProperty("version");
  }

  /**
   * Returns the version and the commit it was built from, such as {@code 0.1.0+3f2a1bc90d4e}, with
   * {@code .changed} behind where the checkout held changes; the version alone where it was built
   * outside of a checkout.
   */
  public static String exact() {
    Properties build = build();
    return exact(
        build.getProperty("version"),
        build.getProperty("commit"),
        Boolean.parseBoolean(build.getProperty("changed")));
  }

  static String exact(String version, String commit, boolean changed) {
    return commit.isBlank() ? version : version + "+" + commit + (changed ? ".changed" : "");
  }

  private static Properties build() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build;
  }
}
