package org.ranklens.plugin;

/** A library that publishes outside Maven Central and is bound at run time. */
public enum PluginLibrary {
  BIOFORMATS("Bio-Formats", "bioformats", "bioformats_package.jar", "loci.formats.ImageReader"),
  DCM4CHE("dcm4che", "dcm4che", "dcm4che-core-5.x.jar", "org.dcm4che3.io.DicomInputStream");

  private final String title;
  private final String option;
  private final String jarName;
  private final String className;

  PluginLibrary(String title, String option, String jarName, String className) {
    this.title = title;
    this.option = option;
    this.jarName = jarName;
    this.className = className;
  }

  /** Returns its own name for itself. */
  public String title() {
    return title;
  }

  /** Returns its name on the command line. */
  public String option() {
    return option;
  }

  /** Returns the jar that a user must get. */
  public String jarName() {
    return jarName;
  }

  /** Returns the class by which it is known to be there. */
  public String className() {
    return className;
  }

  /** Returns, as an instruction without a full stop, how a missing one is got. */
  public String remedy() {
    return "put "
        + jarName
        + " into the plugins folder, or run 'ranklens readers --install "
        + option
        + "'";
  }
}
