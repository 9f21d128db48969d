package io.sentimentstreams.model.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finder of the n-grams of a text: runs of n consecutive tokens. They are ordered by their first
 * token, the shorter first: {@code the}, {@code the cat}, {@code cat}, {@code cat sat}, and so on.
 *
 * @param shortest smallest n, at least 1
 * @param longest largest n, at least {@code shortest}, at most {@value #MAX_WORDS}
 * @param joiner separator between the tokens of an n-gram: a space for words, empty for characters
 */
public record NGrams(int shortest, int longest, String joiner) {

  /** Largest n allowed. */
  public static final int MAX_WORDS = 100;

  public NGrams {
    if (shortest < 1 || longest < shortest || longest > MAX_WORDS) {
      throw new IllegalArgumentException(
          "Invalid lengths of n-grams: %d to %d. Use 1 <= shortest <= longest <= %d."
              .formatted(shortest, longest, MAX_WORDS));
    }
  }

  /** Creates a finder of n-grams of words. */
  public static NGrams ofWords(int shortest, int longest) {
    return new NGrams(shortest, longest, " ");
  }

  /** Creates a finder of n-grams of characters. */
  public static NGrams ofCharacters(int shortest, int longest) {
    return new NGrams(shortest, longest, "");
  }

  /** Returns all n-grams, including repetitions. */
  public List<String> list(List<String> tokens) {
    List<String> grams = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int n = shortest; n <= longest && from + n <= tokens.size(); n++) {
        grams.add(String.join(joiner, tokens.subList(from, from + n)));
      }
    }
    return grams;
  }

  /** Returns the distinct n-grams, in order of first occurrence. */
  public Set<String> set(List<String> tokens) {
    return new LinkedHashSet<>(list(tokens));
  }

  /** Returns the number of occurrences of each n-gram, in order of first occurrence. */
  public Map<String, Integer> counts(List<String> tokens) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    list(tokens).forEach(gram -> counts.merge(gram, 1, Integer::sum));
    return counts;
  }
}
