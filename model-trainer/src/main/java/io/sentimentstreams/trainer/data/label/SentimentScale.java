package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.Labels;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Pairs of values that mean negative and positive. */
enum SentimentScale {
  /** 0 and 1, together with all words. */
  ZERO_ONE("0", "1"),
  /** As in support vector machines. */
  MINUS_ONE_ONE("-1", "1"),
  /** As in the polarity sets of Amazon and Yelp reviews. */
  ONE_TWO("1", "2"),
  /** As in Sentiment140. */
  ZERO_FOUR("0", "4");

  private static final Set<String> NEGATIVE = Set.of("negative", "false", "f", "no", "n");
  private static final Set<String> POSITIVE = Set.of("positive", "true", "t", "yes", "y");

  private final String negative;
  private final String positive;

  SentimentScale(String negative, String positive) {
    this.negative = negative;
    this.positive = positive;
  }

  /**
   * Returns the scale of a data set. All scales but {@link #ZERO_ONE} need both numbers and no
   * other one, because 1 and 2 can also be the first of more classes.
   *
   * @param keys normalised labels
   */
  static SentimentScale of(Collection<String> keys) {
    return Arrays.stream(values())
        .filter(scale -> scale != ZERO_ONE && scale.isExactly(keys))
        .findFirst()
        .orElse(ZERO_ONE);
  }

  private boolean isExactly(Collection<String> keys) {
    Set<String> pair = Set.of(negative, positive);
    return keys.containsAll(pair)
        && keys.stream()
            .noneMatch(
                key ->
                    !pair.contains(key)
                        && (wordIndex(key).isPresent()
                            || new LabelValue(key, key).number().isPresent()));
  }

  /** Returns 0 for negative, 1 for positive, and empty for other values. */
  OptionalInt index(String key) {
    if (key.equals(negative)) {
      return OptionalInt.of(0);
    }
    if (key.equals(positive)) {
      return OptionalInt.of(1);
    }
    return this == ZERO_ONE ? wordIndex(key) : OptionalInt.empty();
  }

  private static OptionalInt wordIndex(String key) {
    return NEGATIVE.contains(key)
        ? OptionalInt.of(0)
        : POSITIVE.contains(key) ? OptionalInt.of(1) : OptionalInt.empty();
  }

  /** Returns whether two labels are negative and positive, in this order, in any spelling. */
  static boolean isPair(Labels labels) {
    if (labels.size() != 2) {
      return false;
    }
    String first = LabelValue.of(labels.names().get(0)).key();
    String second = LabelValue.of(labels.names().get(1)).key();
    Optional<SentimentScale> found =
        Arrays.stream(values())
            .filter(
                scale ->
                    scale.index(first).equals(OptionalInt.of(0))
                        && scale.index(second).equals(OptionalInt.of(1)))
            .findFirst();
    return found.isPresent();
  }
}
