package io.sentimentstreams.trainer.report;

import java.nio.file.Path;

/** A report cannot be rendered or written. */
public final class ReportFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ReportFailedException(Path file, String problem, String remedy, Throwable cause) {
    super("Cannot write the report %s: %s. %s.".formatted(file, problem, remedy), cause);
  }
}
