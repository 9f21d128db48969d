package io.sentimentstreams.model.text;

/**
 * Splitter of a text into tokens, as in Keras' {@code text_to_word_sequence}: lower case, then
 * filtered characters replaced by the separator, then a split at separators without empty tokens.
 * At the character level each code point is a token. Immutable.
 */
final class TokenSplitter {

  private final TokenizerSettings settings;

  TokenSplitter(TokenizerSettings settings) {
    this.settings = settings;
  }

  /** Passes the tokens of a text to the consumer, in order. */
  void split(String text, TokenConsumer consumer) {
    String lowered = settings.lower() ? LowerCase.of(text) : text;
    if (settings.charLevel()) {
      characters(lowered, consumer);
    } else {
      words(separate(lowered), consumer);
    }
  }

  private static void characters(String text, TokenConsumer consumer) {
    for (int from = 0; from < text.length(); ) {
      int to = from + Character.charCount(text.codePointAt(from));
      consumer.token(text, from, to);
      from = to;
    }
  }

  private void words(String text, TokenConsumer consumer) {
    String split = settings.split();
    for (int from = 0; from < text.length(); ) {
      int found = text.indexOf(split, from);
      int to = found < 0 ? text.length() : found;
      if (to > from) {
        consumer.token(text, from, to);
      }
      from = to + split.length();
    }
  }

  /** Replaces each filtered character by the separator. */
  private String separate(String text) {
    StringBuilder separated = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (settings.filters().indexOf(codePoint) >= 0) {
        separated.append(settings.split());
      } else {
        separated.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return separated.toString();
  }
}
