package io.sentimentstreams.trainer.data;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Augmentation of unlabelled reviews with parts that are split at sentence boundaries. A teacher's
 * score of a part shows which part of a review its score depends on.
 */
public final class UnlabelledSplits {

  private UnlabelledSplits() {}

  /**
   * Returns each text, followed by its parts.
   *
   * @param times number of splits per text, each at another boundary; texts with fewer boundaries
   *     are split at all of them
   * @param seed of the selection of boundaries
   */
  public static List<String> withSplits(List<String> texts, int times, long seed) {
    List<String> all = new ArrayList<>();
    Random random = new Random(seed);
    for (String text : texts) {
      all.add(text);
      List<Integer> boundaries = sentenceBoundaries(text);
      Collections.shuffle(boundaries, random);
      for (int boundary : boundaries.subList(0, Math.min(times, boundaries.size()))) {
        all.add(text.substring(0, boundary));
        all.add(text.substring(boundary));
      }
    }
    return all;
  }

  private static List<Integer> sentenceBoundaries(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    List<Integer> boundaries = new ArrayList<>();
    for (int end = sentences.next();
        end != BreakIterator.DONE && end < text.length();
        end = sentences.next()) {
      boundaries.add(end);
    }
    return boundaries;
  }
}
