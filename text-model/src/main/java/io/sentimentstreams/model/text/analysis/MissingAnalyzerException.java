package io.sentimentstreams.model.text.analysis;

/**
 * Thrown when the library of an analyzer is not on the class path. The message states the remedy.
 */
public final class MissingAnalyzerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String problem;

  /**
   * Creates an exception.
   *
   * @param analyzer name of the analyzer
   * @param library names of its jars
   * @param cause error of the class loader
   */
  public MissingAnalyzerException(String analyzer, String library, Throwable cause) {
    super(
        "The analyzer cannot be loaded: %s needs %s. Add the library to the folder lib next to the program's jar."
            .formatted(analyzer, library),
        cause);
    problem =
        "its analyzer %s needs %s, which is not on the class path".formatted(analyzer, library);
  }

  /** Returns the problem without the remedy, as a clause about a bundle. */
  public String problem() {
    return problem;
  }
}
