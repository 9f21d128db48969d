package io.sentimentstreams.trainer.report;

import java.nio.file.Path;

/** A report that cannot be made. */
public final class ReportFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ReportFailedException(Path file, String problem, String remedy, Throwable cause) {
    super("the report %s cannot be made: %s; %s".formatted(file, problem, remedy), cause);
  }
}
