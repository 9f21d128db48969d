package io.sentimentstreams.model.language;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The probabilities of the languages of one text, and the rules that decide by them. The rules
 * compare probabilities and have no lowest one, because those of a short text are all small.
 *
 * @param byLanguage probability by primary subtag
 */
public record LanguageProbabilities(Map<String, Double> byLanguage) {

  /** How many times as probable as the other languages with a route a language must be. */
  public static final double RATIO_AMONG = 1.1;

  /** How many times as probable as every language with a route another language must be. */
  public static final double RATIO_OUTSIDE = 1.5;

  public LanguageProbabilities {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** Returns the probability of a language, 0 if the detector does not know it. */
  public double of(String language) {
    return byLanguage.getOrDefault(language, 0.0);
  }

  /**
   * Returns the one of these languages that is {@value #RATIO_AMONG} times as probable as each of
   * the others; empty if none is.
   */
  public Optional<String> among(Collection<String> languages) {
    String best = "";
    double highest = 0;
    double second = 0;
    for (String language : languages) {
      double probability = of(language);
      if (probability > highest) {
        second = highest;
        highest = probability;
        best = language;
      } else {
        second = Math.max(second, probability);
      }
    }
    return highest > 0 && highest >= RATIO_AMONG * second ? Optional.of(best) : Optional.empty();
  }

  /**
   * Returns whether the text is in none of these languages: another one is {@value #RATIO_OUTSIDE}
   * times as probable as the most probable of them.
   */
  public boolean excludes(Collection<String> languages) {
    double inside = 0;
    for (String language : languages) {
      inside = Math.max(inside, of(language));
    }
    double outside = 0;
    for (Map.Entry<String, Double> each : byLanguage.entrySet()) {
      if (!languages.contains(each.getKey())) {
        outside = Math.max(outside, each.getValue());
      }
    }
    return outside > 0 && outside >= RATIO_OUTSIDE * inside;
  }

  /**
   * Returns the language that is {@value #RATIO_AMONG} times as probable as each of all others;
   * empty if none is.
   */
  public Optional<String> found() {
    return among(byLanguage.keySet());
  }
}
