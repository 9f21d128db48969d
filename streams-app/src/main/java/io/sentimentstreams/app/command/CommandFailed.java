package io.sentimentstreams.app.command;

/** A command cannot do what it was asked for. The message says what to do. */
final class CommandFailed extends RuntimeException {

  CommandFailed(String message) {
    super(message);
  }
}
