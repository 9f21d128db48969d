package io.sentimentstreams.quickstart.review;

/** A row of a file is invalid. The message continues a sentence that names the line. */
final class InvalidRowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long line;

  InvalidRowException(long line, String message) {
    super(message);
    this.line = line;
  }

  /** Returns the line, from 1. */
  long line() {
    return line;
  }
}
