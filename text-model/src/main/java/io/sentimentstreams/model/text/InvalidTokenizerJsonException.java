package io.sentimentstreams.model.text;

/** A tokenizer's JSON that Keras' {@code tokenizer_from_json} would not have written. */
public final class InvalidTokenizerJsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidTokenizerJsonException(String place, String problem) {
    super(message(place, problem));
  }

  InvalidTokenizerJsonException(String place, String problem, Throwable cause) {
    super(message(place, problem), cause);
  }

  private static String message(String place, String problem) {
    return "tokenizer JSON, %s: %s; write the file with Keras' Tokenizer.to_json()"
        .formatted(place, problem);
  }
}
