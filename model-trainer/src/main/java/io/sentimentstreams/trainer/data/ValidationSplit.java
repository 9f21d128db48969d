package io.sentimentstreams.trainer.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A training part cut in two.
 *
 * @param training what is learned from, sorted by id
 * @param validation what decides when to stop, sorted by id
 */
public record ValidationSplit(List<LabelledText> training, List<LabelledText> validation) {

  public ValidationSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Holds out a part that the seed decides: the same texts in the same order give the same parts.
   *
   * @param texts at least two
   * @param share of the texts that is held out, above 0 and below 1; at least one is, and at least
   *     one is not
   */
  public static ValidationSplit of(List<LabelledText> texts, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the validation share must be above 0 and below 1, was " + share);
    }
    if (texts.size() < 2) {
      throw new IllegalArgumentException(
          "holding out a part needs at least 2 texts, was " + texts.size());
    }
    List<LabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(seed));
    int size = (int) Math.round(share * texts.size());
    int held = Math.min(Math.max(size, 1), texts.size() - 1);
    return new ValidationSplit(
        sorted(shuffled.subList(held, shuffled.size())), sorted(shuffled.subList(0, held)));
  }

  /**
   * A random selection that the seed decides, for trials.
   *
   * @param limit how many at most, at least 1
   * @return sorted by id
   */
  public static List<LabelledText> sample(List<LabelledText> texts, int limit, long seed) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be at least 1, was " + limit);
    }
    if (limit >= texts.size()) {
      return sorted(texts);
    }
    List<LabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(seed));
    return sorted(shuffled.subList(0, limit));
  }

  private static List<LabelledText> sorted(List<LabelledText> texts) {
    return texts.stream().sorted(Comparator.comparing(LabelledText::id)).toList();
  }
}
