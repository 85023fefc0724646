package org.ranklens.entry;

/** Says in words what is wrong with the files that the zip unpacked. */
final class InstallationException extends Exception {

  private static final long serialVersionUID = 1L;

  InstallationException(String message) {
    super(message);
  }
}
