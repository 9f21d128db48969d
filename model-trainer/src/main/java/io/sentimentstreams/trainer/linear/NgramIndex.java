package io.sentimentstreams.trainer.linear;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the words and word n-grams that a model looks at, from 0 on. An n-gram is held as the
 * number of all but its last word together with the number of that word, so that the longest of a
 * million n-grams takes no more room than a pair of numbers. Immutable and safe for use by several
 * threads.
 */
final class NgramIndex {

  /** Stands for what has no number. */
  static final int NONE = -1;

  private final Object2IntOpenHashMap<String> words;
  private final Long2IntOpenHashMap longer;
  private final int longest;

  /**
   * An index.
   *
   * @param words numbers of words; {@link #NONE} for those without one
   * @param longer numbers of n-grams of two words and more by their {@link #key}; {@link #NONE} for
   *     those without one
   * @param longest how many words an n-gram has at most, at least 1
   */
  NgramIndex(Object2IntOpenHashMap<String> words, Long2IntOpenHashMap longer, int longest) {
    this.words = words;
    this.longer = longer;
    this.longest = longest;
  }

  /** How many words and n-grams have a number. */
  int size() {
    return words.size() + longer.size();
  }

  /** The numbers of what a text holds, each once, in ascending order. */
  int[] features(String text) {
    int[] numbers = numbers(words, LinearTokens.of(text));
    int[] ngrams = numbers.clone();
    IntOpenHashSet found = new IntOpenHashSet();
    collect(ngrams, found);
    for (int length = 2; length <= longest; length++) {
      for (int i = 0; i < ngrams.length; i++) {
        long key = key(ngrams, numbers, i, length);
        ngrams[i] = key == NONE ? NONE : longer.get(key);
      }
      collect(ngrams, found);
    }
    int[] features = found.toIntArray();
    Arrays.sort(features);
    return features;
  }

  private static void collect(int[] ngrams, IntOpenHashSet found) {
    for (int ngram : ngrams) {
      if (ngram != NONE) {
        found.add(ngram);
      }
    }
  }

  /** The number of each word, or {@link #NONE}. */
  static int[] numbers(Object2IntOpenHashMap<String> index, List<String> words) {
    return words.stream().mapToInt(index::getInt).toArray();
  }

  /**
   * What stands for the n-gram at a place.
   *
   * @param shorter numbers of the n-grams that have one word less, by the place of their first word
   * @param numbers of the words
   * @param length how many words the n-gram has
   * @return {@link #NONE} if it ends beyond the text, or a part of it has no number
   */
  static long key(int[] shorter, int[] numbers, int place, int length) {
    int last = place + length - 1;
    return last >= numbers.length || shorter[place] == NONE || numbers[last] == NONE
        ? NONE
        : ((long) shorter[place] << Integer.SIZE) | numbers[last];
  }
}
