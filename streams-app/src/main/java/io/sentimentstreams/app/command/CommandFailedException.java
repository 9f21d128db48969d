package io.sentimentstreams.app.command;

/** A command that failed. The message has a remedy. */
final class CommandFailedException extends RuntimeException {

  CommandFailedException(String message) {
    super(message);
  }
}
