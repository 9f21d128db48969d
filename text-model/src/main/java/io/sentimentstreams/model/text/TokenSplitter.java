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

  /**
   * Returns where each position of the split text is in the original. The lengths of a character's
   * lower case and of its separator do not depend on the characters around it.
   *
   * @return one element per position, and the length of the original
   */
  int[] origins(String text) {
    IdBuffer origins = new IdBuffer();
    for (int i = 0; i < text.length(); ) {
      int next = i + Character.charCount(text.codePointAt(i));
      String character = text.substring(i, next);
      String lowered = settings.lower() ? LowerCase.of(character) : character;
      int length = settings.charLevel() ? lowered.length() : separate(lowered).length();
      for (int unit = 0; unit < length; unit++) {
        origins.add(length == next - i ? i + unit : i);
      }
      i = next;
    }
    origins.add(text.length());
    return origins.copy(0, origins.size());
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
