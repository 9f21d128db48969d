package io.sentimentstreams.model.text.vectorization;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collector of a vocabulary from texts, as Keras' {@code adapt}: the most frequent tokens first,
 * and of equal counts the last one in the order of UTF-8 bytes. Not thread-safe.
 */
public final class TextVectorizationFitter {

  private final TextVectorizationSettings settings;
  private final VectorizationSplitter splitter;
  private final Map<String, Counts> counts = new HashMap<>();
  private long texts;

  /** Creates a collector. */
  public TextVectorizationFitter(TextVectorizationSettings settings) {
    this.settings = settings;
    splitter = new VectorizationSplitter(settings);
  }

  /** Adds the tokens of a text. */
  public void add(String text) {
    texts++;
    Set<String> seen = new HashSet<>();
    splitter.split(
        text,
        (source, from, to) -> {
          String token = source.substring(from, to);
          Counts count = counts.computeIfAbsent(token, absent -> new Counts());
          count.tokens++;
          count.texts += seen.add(token) ? 1 : 0;
        });
  }

  /** Returns the number of texts. */
  public long texts() {
    return texts;
  }

  /**
   * Returns a layer with the vocabulary of the texts.
   *
   * @throws IllegalArgumentException if the texts have no tokens
   */
  public TextVectorization fit() {
    OutputMode mode = settings.output().mode();
    int most = settings.maxTokens().map(max -> max - mode.firstIndex()).orElse(Integer.MAX_VALUE);
    List<Map.Entry<String, Counts>> ranked =
        counts.entrySet().stream()
            .filter(entry -> !entry.getKey().isEmpty())
            .filter(entry -> !entry.getKey().equals(TextVectorization.UNKNOWN_TOKEN))
            .sorted(TextVectorizationFitter::compare)
            .limit(most)
            .toList();
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException(
          "Texts have no tokens. Give texts with words, or a larger max_tokens.");
    }
    return new TextVectorization(
        settings,
        ranked.stream().map(Map.Entry::getKey).toList(),
        mode == OutputMode.TF_IDF ? weights(ranked) : new float[0]);
  }

  private static int compare(Map.Entry<String, Counts> one, Map.Entry<String, Counts> other) {
    int byCount = Long.compare(other.getValue().tokens, one.getValue().tokens);
    return byCount != 0 ? byCount : BY_CODE_POINT.compare(other.getKey(), one.getKey());
  }

  /** Order of UTF-8 bytes, which is that of code points. */
  private static final Comparator<String> BY_CODE_POINT =
      (one, other) -> {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
          i++;
        }
        if (i == one.length() || i == other.length()) {
          return Integer.compare(one.length(), other.length());
        }
        return compare(one.charAt(i), other.charAt(i));
      };

  /** Compares code units so that surrogates are above all other characters. */
  private static int compare(char one, char other) {
    boolean surrogate = Character.isSurrogate(one);
    return surrogate == Character.isSurrogate(other)
        ? Character.compare(one, other)
        : surrogate ? 1 : -1;
  }

  /** Returns {@code log(1 + texts / (1 + texts with the token))}, after the mean of all. */
  private float[] weights(List<Map.Entry<String, Counts>> ranked) {
    float[] weights = new float[ranked.size() + 1];
    double sum = 0;
    for (int i = 0; i < ranked.size(); i++) {
      double weight = Math.log(1 + (double) texts / (1 + ranked.get(i).getValue().texts));
      weights[i + 1] = (float) weight;
      sum += weights[i + 1];
    }
    weights[0] = (float) (sum / ranked.size());
    return weights;
  }

  /** Number of occurrences of a token, and of texts that contain it. */
  private static final class Counts {
    private long tokens;
    private long texts;
  }
}
