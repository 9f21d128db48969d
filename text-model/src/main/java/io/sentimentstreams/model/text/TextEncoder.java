package io.sentimentstreams.model.text;

import io.sentimentstreams.model.text.normalize.TracedText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Encoder from a text to the input of a network: normalized, analyzed, split into tokens, mapped to
 * indices and truncated. Training and serving share it, so a network sees the same input in both.
 * Immutable and thread-safe.
 */
public final class TextEncoder {

  private final Tokenizer tokenizer;
  private final SequenceSettings settings;

  public TextEncoder(Tokenizer tokenizer, SequenceSettings settings) {
    this.tokenizer = tokenizer;
    this.settings = settings;
  }

  /** Returns the tokens of a text, known or unknown. */
  public List<String> tokens(String text) {
    return tokenizer.tokens(settings.prepared(text));
  }

  /** Returns the tokens of a text with the indices in its sequence. */
  public List<TextToken> indexed(String text) {
    TracedText prepared = settings.traced(text);
    List<String> tokens = tokenizer.tokens(prepared.text());
    int[] indices = tokenizer.aligned(prepared.text());
    int[] ranges = tokenizer.ranges(prepared.text());
    return IntStream.range(0, indices.length)
        .mapToObj(
            i ->
                new TextToken(
                    tokens.get(i),
                    tokenizer.knows(tokens.get(i)),
                    indices[i],
                    prepared.from(ranges[2 * i]),
                    prepared.to(ranges[2 * i + 1])))
        .toList();
  }

  /** Encodes one text; a text without known tokens gives an empty sequence. */
  public EncodedText encode(String text) {
    IdBuffer ids = new IdBuffer();
    return cut(ids, tokenizer.encode(settings.prepared(text), ids));
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
    return cut(ids, new Tokenizer.TokenCount(tokens.size(), unknown));
  }

  private EncodedText cut(IdBuffer ids, Tokenizer.TokenCount count) {
    int truncated = Math.max(0, ids.size() - settings.maxLength());
    int from = settings.truncating() == Side.PRE ? truncated : 0;
    int length = ids.size() - truncated;
    return new EncodedText(
        ids.copy(from, from + length), count.tokens(), count.unknown(), truncated);
  }
}
