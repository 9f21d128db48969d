package io.sentimentstreams.model.text;

/** Takes the tokens of a text as places in a string, so that none of them is copied. */
interface TokenConsumer {

  /** The token {@code text.substring(from, to)}. */
  void token(String text, int from, int to);
}
