package io.sentimentstreams.model.text;

/** Thrown when JSON is not what Keras' {@code tokenizer_from_json} accepts. */
public final class InvalidTokenizerJsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String problem;

  InvalidTokenizerJsonException(String place, String problem) {
    super(message(place, problem));
    this.problem = place + ": " + problem;
  }

  InvalidTokenizerJsonException(String place, String problem, Throwable cause) {
    super(message(place, problem), cause);
    this.problem = place + ": " + problem;
  }

  /** Returns place and problem without the remedy. */
  public String problem() {
    return problem;
  }

  private static String message(String place, String problem) {
    return "Invalid tokenizer JSON, %s: %s. Write the file with Keras' Tokenizer.to_json()."
        .formatted(place, problem);
  }
}
