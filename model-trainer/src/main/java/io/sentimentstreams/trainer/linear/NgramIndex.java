package io.sentimentstreams.trainer.linear;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Index of the words and n-grams of a model, numbered from 0. The key of an n-gram is the pair of
 * its prefix's number and its last word's number. The size of a key does not depend on the length.
 * Immutable.
 */
final class NgramIndex {

  /** Number of words and n-grams outside of the index. */
  static final int NONE = -1;

  private final Object2IntOpenHashMap<String> words;
  private final Long2IntOpenHashMap longer;
  private final int maxLength;

  /**
   * Creates an index.
   *
   * @param words numbers of words, {@link #NONE} by default
   * @param longer numbers of n-grams of two or more words by {@link #key}, {@link #NONE} by default
   * @param maxLength maximum number of words of an n-gram, at least 1
   */
  NgramIndex(Object2IntOpenHashMap<String> words, Long2IntOpenHashMap longer, int maxLength) {
    this.words = words;
    this.longer = longer;
    this.maxLength = maxLength;
  }

  /** Returns the number of words and n-grams. */
  int size() {
    return words.size() + longer.size();
  }

  /** Returns the distinct features of a text in ascending order. */
  int[] features(String text) {
    int[] numbers = numbers(words, LinearTokens.of(text));
    int[] ngrams = numbers.clone();
    IntOpenHashSet found = new IntOpenHashSet();
    collect(ngrams, found);
    for (int length = 2; length <= maxLength; length++) {
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

  /** Returns the number of each word, or {@link #NONE}. */
  static int[] numbers(Object2IntOpenHashMap<String> index, List<String> words) {
    return words.stream().mapToInt(index::getInt).toArray();
  }

  /**
   * Returns the key of the n-gram at a position.
   *
   * @param shorter numbers of the n-grams that are one word shorter, by the position of their first
   *     word
   * @param numbers numbers of the words
   * @param length number of words of the n-gram
   * @return {@link #NONE} if the n-gram exceeds the text, or a part of it is outside of the index
   */
  static long key(int[] shorter, int[] numbers, int position, int length) {
    int last = position + length - 1;
    return last >= numbers.length || shorter[position] == NONE || numbers[last] == NONE
        ? NONE
        : ((long) shorter[position] << Integer.SIZE) | numbers[last];
  }
}
