package io.sentimentstreams.model.text.vectorization;

import io.sentimentstreams.model.text.TokenConsumer;

/** Split of a standardized text into tokens. */
public enum Splitting {
  /**
   * At runs of ASCII white space: space, tab, line feed, vertical tab, form feed and carriage
   * return. No token is empty.
   */
  WHITESPACE {
    @Override
    void split(String text, TokenConsumer consumer) {
      int length = text.length();
      for (int from = 0; from < length; ) {
        if (isSpace(text.charAt(from))) {
          from++;
          continue;
        }
        int to = from + 1;
        while (to < length && !isSpace(text.charAt(to))) {
          to++;
        }
        consumer.token(text, from, to);
        from = to;
      }
    }
  },

  /** Each code point is a token, white space included. */
  CHARACTER {
    @Override
    void split(String text, TokenConsumer consumer) {
      for (int from = 0; from < text.length(); ) {
        int to = from + Character.charCount(text.codePointAt(from));
        consumer.token(text, from, to);
        from = to;
      }
    }
  },

  /** The whole text is one token, which can be empty. */
  NONE {
    @Override
    void split(String text, TokenConsumer consumer) {
      consumer.token(text, 0, text.length());
    }
  };

  /** Passes the tokens to the consumer, in order. */
  abstract void split(String text, TokenConsumer consumer);

  private static boolean isSpace(char unit) {
    return unit == ' ' || (unit >= '\t' && unit <= '\r');
  }
}
