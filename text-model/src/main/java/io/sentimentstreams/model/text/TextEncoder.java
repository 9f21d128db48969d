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

  /** No token has the index 0. */
  private static final int NO_START = 0;

  private final TextIndexer tokenizer;
  private final SequenceSettings settings;
  private final int start;

  public TextEncoder(TextIndexer tokenizer, SequenceSettings settings) {
    this.tokenizer = settings.offsets().map(tokenizer::shifted).orElse(tokenizer);
    this.settings = settings;
    start = settings.offsets().flatMap(IndexOffsets::startId).orElse(NO_START);
  }

  /**
   * Returns the exclusive upper bound of the indices in a sequence, which an embedding must have.
   */
  public int indexBound() {
    return Math.max(tokenizer.indexBound(), start + 1);
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

  /**
   * Encodes one text; a text without known tokens gives an empty sequence, or the start index
   * alone.
   */
  public EncodedText encode(String text) {
    IdBuffer ids = started();
    return cut(ids, tokenizer.encode(settings.prepared(text), ids));
  }

  /** Encodes a text that consists of these tokens. */
  public EncodedText encode(List<TextToken> tokens) {
    IdBuffer ids = started();
    int unknown = 0;
    for (TextToken each : tokens) {
      unknown += each.known() ? 0 : 1;
      if (each.index() != 0) {
        ids.add(each.index());
      }
    }
    return cut(ids, new TextIndexer.TokenCount(tokens.size(), unknown));
  }

  private IdBuffer started() {
    IdBuffer ids = new IdBuffer();
    if (start != NO_START) {
      ids.add(start);
    }
    return ids;
  }

  private EncodedText cut(IdBuffer ids, TextIndexer.TokenCount count) {
    int truncated = Math.max(0, ids.size() - settings.maxLength());
    int from = settings.truncating() == Side.PRE ? truncated : 0;
    int length = ids.size() - truncated;
    return new EncodedText(
        ids.copy(from, from + length), count.tokens(), count.unknown(), truncated);
  }
}
