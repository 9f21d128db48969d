package io.sentimentstreams.model.text;

/** Consumer of the tokens of a text as positions in a string, so that no token is copied. */
public interface TokenConsumer {

  /** Accepts the token {@code text.substring(from, to)}. */
  void token(String text, int from, int to);
}
