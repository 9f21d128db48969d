package io.sentimentstreams.model.json;

/** Thrown when a text is not JSON, or when a value has another type than the reader expects. */
public final class InvalidJsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String problem;

  /**
   * Creates an error at a place.
   *
   * @param place path of the value, such as {@code config.num_words}; empty for the document
   * @param problem words that follow the place
   */
  public InvalidJsonException(String place, String problem) {
    super(message(place, problem));
    this.problem = problem;
  }

  InvalidJsonException(String place, String problem, Throwable cause) {
    super(message(place, problem), cause);
    this.problem = problem;
  }

  private static String message(String place, String problem) {
    return place.isEmpty() ? problem : place + " " + problem;
  }

  /** Returns the problem without the place. */
  public String problem() {
    return problem;
  }
}
