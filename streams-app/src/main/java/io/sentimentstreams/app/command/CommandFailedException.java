package io.sentimentstreams.app.command;

/** A command cannot do what it was asked for. The message says what to do. */
final class CommandFailedException extends RuntimeException {

  CommandFailedException(String message) {
    super(message);
  }
}
