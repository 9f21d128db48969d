package io.sentimentstreams.text;

import java.util.List;

/**
 * Turns a text into what a network reads: analyzed, tokens, their indices, cut to length. Training
 * and serving share it, so that a network sees in production what it was trained on. Immutable and
 * safe for use by several threads.
 */
public final class TextEncoder {

  private final Tokenizer tokenizer;
  private final SequenceSettings settings;

  public TextEncoder(Tokenizer tokenizer, SequenceSettings settings) {
    this.tokenizer = tokenizer;
    this.settings = settings;
  }

  /** The tokens of a text, known or not. */
  public List<String> tokens(String text) {
    return tokenizer.tokens(settings.analyzer().analyze(text));
  }

  /** Encodes one text; one without any known token gives an empty sequence. */
  public EncodedText encode(String text) {
    IdBuffer ids = new IdBuffer();
    Tokenizer.TokenCount count = tokenizer.encode(settings.analyzer().analyze(text), ids);
    int truncated = Math.max(0, ids.size() - settings.maxLength());
    int from = settings.truncating() == Side.PRE ? truncated : 0;
    int length = ids.size() - truncated;
    return new EncodedText(
        ids.copy(from, from + length), count.tokens(), count.unknown(), truncated);
  }
}
