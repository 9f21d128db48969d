package io.sentimentstreams.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the n-grams of a text: runs of n tokens that follow each other. They come in the order of
 * their first token, the shorter first: {@code the}, {@code the cat}, {@code cat}, {@code cat sat},
 * and so on.
 *
 * @param shortest the smallest n, at least 1
 * @param longest the largest n, at least {@code shortest}, at most {@value #MAX_WORDS}
 * @param joiner what stands between the tokens of an n-gram: a space for words, nothing for
 *     characters
 */
public record NGrams(int shortest, int longest, String joiner) {

  /** The largest n that can be asked for. */
  public static final int MAX_WORDS = 100;

  public NGrams {
    if (shortest < 1 || longest < shortest || longest > MAX_WORDS) {
      throw new IllegalArgumentException(
          "n-grams need 1 <= shortest <= longest <= %d, were %d and %d"
              .formatted(MAX_WORDS, shortest, longest));
    }
  }

  /** N-grams of words. */
  public static NGrams ofWords(int shortest, int longest) {
    return new NGrams(shortest, longest, " ");
  }

  /** N-grams of characters. */
  public static NGrams ofCharacters(int shortest, int longest) {
    return new NGrams(shortest, longest, "");
  }

  /** All n-grams, each as often as it occurs. */
  public List<String> list(List<String> tokens) {
    List<String> grams = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int n = shortest; n <= longest && from + n <= tokens.size(); n++) {
        grams.add(String.join(joiner, tokens.subList(from, from + n)));
      }
    }
    return grams;
  }

  /** The bag of n-grams as a set: which ones occur, the first seen first. */
  public Set<String> set(List<String> tokens) {
    return new LinkedHashSet<>(list(tokens));
  }

  /** The bag of n-grams with counts: how often each occurs, the first seen first. */
  public Map<String, Integer> counts(List<String> tokens) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    list(tokens).forEach(gram -> counts.merge(gram, 1, Integer::sum));
    return counts;
  }
}
