package io.sentimentstreams.model.text;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Encoder from a text to the input of a network: analyzed, split into tokens, mapped to indices and
 * truncated. Training and serving share it, so a network sees the same input in both. Immutable and
 * thread-safe.
 */
public final class TextEncoder {

  private final TextIndexer tokenizer;
  private final SequenceSettings settings;

  public TextEncoder(TextIndexer tokenizer, SequenceSettings settings) {
    this.tokenizer = tokenizer;
    this.settings = settings;
  }

  /** Returns the tokens of a text, known or unknown. */
  public List<String> tokens(String text) {
    return tokenizer.tokens(settings.analyzer().analyze(text));
  }

  /** Returns the tokens of a text with the indices in its sequence. */
  public List<TextToken> indexed(String text) {
    String analyzed = settings.analyzer().analyze(text);
    List<String> tokens = tokenizer.tokens(analyzed);
    int[] indices = tokenizer.aligned(analyzed);
    return IntStream.range(0, indices.length)
        .mapToObj(i -> new TextToken(tokens.get(i), tokenizer.knows(tokens.get(i)), indices[i]))
        .toList();
  }

  /** Encodes one text; a text without known tokens gives an empty sequence. */
  public EncodedText encode(String text) {
    IdBuffer ids = new IdBuffer();
    return cut(ids, tokenizer.encode(settings.analyzer().analyze(text), ids));
  }

  /** Encodes a text that consists of these tokens. */
  public EncodedText encode(List<TextToken> tokens) {
    IdBuffer ids = new IdBuffer();
    int unknown = 0;
    for (TextToken each : tokens) {
      unknown += each.known() ? 0 : 1;
      if (each.index() != 0) {
        ids.add(each.index());
      }
    }
    return cut(ids, new TextIndexer.TokenCount(tokens.size(), unknown));
  }

  private EncodedText cut(IdBuffer ids, TextIndexer.TokenCount count) {
    int truncated = Math.max(0, ids.size() - settings.maxLength());
    int from = settings.truncating() == Side.PRE ? truncated : 0;
    int length = ids.size() - truncated;
    return new EncodedText(
        ids.copy(from, from + length), count.tokens(), count.unknown(), truncated);
  }
}
