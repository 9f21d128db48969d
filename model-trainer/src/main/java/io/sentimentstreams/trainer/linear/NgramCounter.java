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
 * Finds the words and n-grams that enough texts hold. An n-gram cannot be in more texts than its
 * beginning is (Agrawal and Srikant, 1994), so lengths are counted one after the other and most
 * long n-grams are never counted at all.
 */
final class NgramCounter {

  private final int longest;
  private final int leastTexts;

  /**
   * A counter.
   *
   * @param longest how many words an n-gram has at most, at least 1
   * @param leastTexts how many texts must hold it, at least 1
   */
  NgramCounter(int longest, int leastTexts) {
    this.longest = longest;
    this.leastTexts = leastTexts;
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
    for (int length = 2; length <= longest; length++) {
      assignNumbers(count(ngrams, numbers, length), longer, words.size());
      for (int i = 0; i < numbers.length; i++) {
        extend(ngrams[i], numbers[i], longer, length);
      }
    }
    longer.trim();
    return new NgramIndex(words, longer, longest);
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
      if (entry.getIntValue() >= leastTexts) {
        words.put(entry.getKey(), words.size());
      }
    }
    return words;
  }

  /** In how many texts each n-gram is whose beginning and whose last word have numbers. */
  private static Long2IntLinkedOpenHashMap count(int[][] ngrams, int[][] numbers, int length) {
    Long2IntLinkedOpenHashMap counts = new Long2IntLinkedOpenHashMap();
    LongOpenHashSet inText = new LongOpenHashSet();
    for (int i = 0; i < numbers.length; i++) {
      inText.clear();
      for (int place = 0; place < numbers[i].length; place++) {
        long key = NgramIndex.key(ngrams[i], numbers[i], place, length);
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
      if (entry.getIntValue() >= leastTexts) {
        longer.put(entry.getLongKey(), words + longer.size());
      }
    }
  }

  private static void extend(int[] ngrams, int[] numbers, Long2IntOpenHashMap longer, int length) {
    for (int place = 0; place < ngrams.length; place++) {
      long key = NgramIndex.key(ngrams, numbers, place, length);
      ngrams[place] = key == NgramIndex.NONE ? NgramIndex.NONE : longer.get(key);
    }
  }
}
