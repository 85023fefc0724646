package org.ranklens.cli;

/** Arguments that parse but make no sense together, or an output that can't be written. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
