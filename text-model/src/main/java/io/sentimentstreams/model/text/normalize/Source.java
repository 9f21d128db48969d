package io.sentimentstreams.model.text.normalize;

import java.util.Optional;

/**
 * The text that the rules read: the original, or the original after its character references.
 *
 * @param text text
 * @param trace ranges of the original; empty if the text is the original or is not traced
 */
record Source(String text, Optional<TracedText> trace) {

  static Source of(String original, boolean traced) {
    if (original.indexOf('&') < 0) {
      return new Source(original, Optional.empty());
    }
    TextBuffer decoded = new TextBuffer(original.length(), traced);
    new CharacterReferences(original).decode(decoded);
    return new Source(decoded.text(), traced ? Optional.of(decoded.trace()) : Optional.empty());
  }

  /** Returns the first position in the original of a character. */
  int from(int i) {
    return trace.isPresent() ? trace.get().from(i) : i;
  }

  /** Returns the position in the original behind a character. */
  int to(int i) {
    return trace.isPresent() ? trace.get().to(i + 1) : i + 1;
  }
}
