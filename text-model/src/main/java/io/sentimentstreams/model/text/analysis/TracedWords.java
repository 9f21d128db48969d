package io.sentimentstreams.model.text.analysis;

import io.sentimentstreams.model.text.normalize.TracedText;
import java.util.stream.IntStream;

/**
 * Words of a text, joined by spaces, with the range of each character. Ranges never go back, so
 * tokens of any tokenizer have ordered ranges. Confined to its thread.
 */
final class TracedWords implements WordConsumer {

  private final String text;
  private final StringBuilder joined = new StringBuilder();
  private final IntStream.Builder starts = IntStream.builder();
  private final IntStream.Builder ends = IntStream.builder();
  private int start;
  private int end;

  /** Creates a collector of the words of a text. */
  TracedWords(String text) {
    this.text = text;
  }

  @Override
  public void word(CharSequence word, int from, int to) {
    if (!joined.isEmpty()) {
      append(' ', from, from + 1);
    }
    // Parts of a contraction have other characters than the text, and each has the whole range.
    boolean typed = CharSequence.compare(word, text.subSequence(from, to)) == 0;
    for (int i = 0; i < word.length(); i++) {
      append(
          word.charAt(i), typed ? from + i : from, typed ? from + i + 1 : Math.max(from + 1, to));
    }
  }

  private void append(char character, int from, int to) {
    start = Math.max(start, from);
    end = Math.max(end, to);
    joined.append(character);
    starts.add(start);
    ends.add(end);
  }

  /** Returns the words with the ranges of the original of the text. */
  TracedText of(TracedText traced) {
    return traced.then(joined.toString(), starts.build().toArray(), ends.build().toArray());
  }
}
