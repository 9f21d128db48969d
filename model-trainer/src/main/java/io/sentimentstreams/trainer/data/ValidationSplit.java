package io.sentimentstreams.trainer.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Training texts and a held-out validation set.
 *
 * @param training texts for training, sorted by id
 * @param validation texts for early stopping, sorted by id
 */
public record ValidationSplit(List<LabelledText> training, List<LabelledText> validation) {

  public ValidationSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Holds out a random validation set. The result is deterministic for the same texts, order and
   * seed.
   *
   * @param texts at least two
   * @param share of the texts to hold out, above 0 and below 1; each part has at least one text
   */
  public static ValidationSplit of(List<LabelledText> texts, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "Invalid validation share: %s. Use a number above 0 and below 1.".formatted(share));
    }
    if (texts.size() < 2) {
      throw new IllegalArgumentException(
          "Too few texts for a validation split: %d. Use at least 2.".formatted(texts.size()));
    }
    List<LabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(seed));
    int size = (int) Math.round(share * texts.size());
    int held = Math.min(Math.max(size, 1), texts.size() - 1);
    return new ValidationSplit(
        sorted(shuffled.subList(held, shuffled.size())), sorted(shuffled.subList(0, held)));
  }

  /**
   * Returns a random sample.
   *
   * @param limit maximum size, at least 1
   * @return sorted by id
   */
  public static List<LabelledText> sample(List<LabelledText> texts, int limit, long seed) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "Invalid limit: %d. Use a number of at least 1.".formatted(limit));
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
