package io.sentimentstreams.trainer.linear;

import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Search for the words and n-grams with a minimum document frequency. An n-gram is at most as
 * frequent as its prefix (Agrawal and Srikant, 1994). Lengths are counted in ascending order, so
 * that most long n-grams are never counted.
 */
final class NgramCounter {

  private final int maxLength;
  private final int minTexts;

  /**
   * Creates a counter.
   *
   * @param maxLength maximum number of words of an n-gram, at least 1
   * @param minTexts minimum number of texts with the n-gram, at least 1
   */
  NgramCounter(int maxLength, int minTexts) {
    this.maxLength = maxLength;
    this.minTexts = minTexts;
  }

  NgramIndex index(List<String> texts) {
    Object2IntOpenHashMap<String> words = words(texts);
    Long2IntOpenHashMap longer = new Long2IntOpenHashMap();
    longer.defaultReturnValue(NgramIndex.NONE);
    int[][] numbers = new int[texts.size()][];
    int[][] ngrams = new int[texts.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = NgramIndex.numbers(words, LinearTokens.of(texts.get(i)));
      ngrams[i] = numbers[i].clone();
    }
    for (int length = 2; length <= maxLength; length++) {
      assignNumbers(count(ngrams, numbers, length), longer, words.size());
      for (int i = 0; i < numbers.length; i++) {
        extend(ngrams[i], numbers[i], longer, length);
      }
    }
    longer.trim();
    return new NgramIndex(words, longer, maxLength);
  }

  private Object2IntOpenHashMap<String> words(List<String> texts) {
    Object2IntLinkedOpenHashMap<String> counts = new Object2IntLinkedOpenHashMap<>();
    for (String text : texts) {
      for (String word : new HashSet<>(LinearTokens.of(text))) {
        counts.addTo(word, 1);
      }
    }
    Object2IntOpenHashMap<String> words = new Object2IntOpenHashMap<>();
    words.defaultReturnValue(NgramIndex.NONE);
    for (Object2IntMap.Entry<String> entry : counts.object2IntEntrySet()) {
      if (entry.getIntValue() >= minTexts) {
        words.put(entry.getKey(), words.size());
      }
    }
    return words;
  }

  /** Counts the texts per n-gram whose prefix and last word are frequent. */
  private static Long2IntLinkedOpenHashMap count(int[][] ngrams, int[][] numbers, int length) {
    Long2IntLinkedOpenHashMap counts = new Long2IntLinkedOpenHashMap();
    LongOpenHashSet inText = new LongOpenHashSet();
    for (int i = 0; i < numbers.length; i++) {
      inText.clear();
      for (int position = 0; position < numbers[i].length; position++) {
        long key = NgramIndex.key(ngrams[i], numbers[i], position, length);
        if (key != NgramIndex.NONE && inText.add(key)) {
          counts.addTo(key, 1);
        }
      }
    }
    return counts;
  }

  private void assignNumbers(
      Long2IntLinkedOpenHashMap counts, Long2IntOpenHashMap longer, int words) {
    for (Long2IntMap.Entry entry : counts.long2IntEntrySet()) {
      if (entry.getIntValue() >= minTexts) {
        longer.put(entry.getLongKey(), words + longer.size());
      }
    }
  }

  private static void extend(int[] ngrams, int[] numbers, Long2IntOpenHashMap longer, int length) {
    for (int position = 0; position < ngrams.length; position++) {
      long key = NgramIndex.key(ngrams, numbers, position, length);
      ngrams[position] = key == NgramIndex.NONE ? NgramIndex.NONE : longer.get(key);
    }
  }
}
