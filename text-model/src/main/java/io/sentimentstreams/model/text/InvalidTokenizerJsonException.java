package io.sentimentstreams.model.text;

/** Thrown when JSON is not what Keras' {@code tokenizer_from_json} accepts. */
public final class InvalidTokenizerJsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidTokenizerJsonException(String place, String problem) {
    super(message(place, problem));
  }

  InvalidTokenizerJsonException(String place, String problem, Throwable cause) {
    super(message(place, problem), cause);
  }

  private static String message(String place, String problem) {
    return "Invalid tokenizer JSON, %s: %s. Write the file with Keras' Tokenizer.to_json()."
        .formatted(place, problem);
  }
}
