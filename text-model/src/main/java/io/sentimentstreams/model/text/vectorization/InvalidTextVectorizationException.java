package io.sentimentstreams.model.text.vectorization;

/** Thrown when a configuration is not one of Keras' {@code TextVectorization}, or not supported. */
public final class InvalidTextVectorizationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String problem;
  private final String remedy;

  /**
   * Creates an exception.
   *
   * @param problem the setting and its value
   * @param remedy instruction without a final period
   */
  public InvalidTextVectorizationException(String problem, String remedy) {
    super("Invalid TextVectorization: %s. %s.".formatted(problem, remedy));
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Returns the setting and its value. */
  public String problem() {
    return problem;
  }

  /** Returns an instruction without a final period. */
  public String remedy() {
    return remedy;
  }
}
