package io.sentimentstreams.model.language;

import java.util.Set;

/** A statistical detector of the language of a text. Implementations are thread-safe. */
public interface LanguageDetector {

  /** Returns the primary subtags of the languages that it distinguishes. */
  Set<String> languages();

  /** Returns the probabilities of the languages of a text. */
  LanguageProbabilities detect(String text);
}
