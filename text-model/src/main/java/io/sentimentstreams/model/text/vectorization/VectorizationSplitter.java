package io.sentimentstreams.model.text.vectorization;

import io.sentimentstreams.model.text.IdBuffer;
import io.sentimentstreams.model.text.TokenConsumer;
import java.util.Arrays;
import java.util.List;

/**
 * Splitter of a text into the tokens or n-grams that the vocabulary contains. Tokens of an n-gram
 * are joined by one space. Immutable.
 */
final class VectorizationSplitter {

  private final TextVectorizationSettings settings;

  VectorizationSplitter(TextVectorizationSettings settings) {
    this.settings = settings;
  }

  /** Passes the tokens or n-grams of a text to the consumer, in the order of Keras. */
  void split(String text, TokenConsumer consumer) {
    String standardized = settings.standardization().apply(text);
    if (settings.ngrams().isEmpty()) {
      settings.splitting().split(standardized, consumer);
      return;
    }
    JoinedTokens joined = new JoinedTokens(standardized.length());
    settings.splitting().split(standardized, joined);
    joined.pass(settings.ngrams(), consumer);
  }

  /** Returns the first position, and the position behind the last, of each token or n-gram. */
  int[] ranges(String text) {
    int[] origins = settings.standardization().origins(text);
    IdBuffer starts = new IdBuffer();
    IdBuffer ends = new IdBuffer();
    settings
        .splitting()
        .split(
            settings.standardization().apply(text),
            (source, from, to) -> {
              starts.add(origins[from]);
              ends.add(to > from ? origins[to - 1] + 1 : origins[from]);
            });
    int[] from = starts.copy(0, starts.size());
    int[] to = ends.copy(0, ends.size());
    IdBuffer ranges = new IdBuffer();
    for (int width : settings.ngrams().isEmpty() ? List.of(1) : settings.ngrams()) {
      for (int first = 0; first + width <= from.length; first++) {
        ranges.add(from[first]);
        ranges.add(to[first + width - 1]);
      }
    }
    return ranges.copy(0, ranges.size());
  }

  /** Tokens joined by spaces, so that each n-gram is a range of one string. */
  private static final class JoinedTokens implements TokenConsumer {

    private static final int INITIAL_TOKENS = 64;

    private final StringBuilder joined;
    private int[] starts = new int[INITIAL_TOKENS];
    private int[] ends = new int[INITIAL_TOKENS];
    private int size;

    JoinedTokens(int characters) {
      joined = new StringBuilder(characters + 1);
    }

    @Override
    public void token(String text, int from, int to) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      if (size > 0) {
        joined.append(' ');
      }
      starts[size] = joined.length();
      joined.append(text, from, to);
      ends[size] = joined.length();
      size++;
    }

    void pass(List<Integer> widths, TokenConsumer consumer) {
      String all = joined.toString();
      for (int width : widths) {
        for (int first = 0; first + width <= size; first++) {
          consumer.token(all, starts[first], ends[first + width - 1]);
        }
      }
    }
  }
}
