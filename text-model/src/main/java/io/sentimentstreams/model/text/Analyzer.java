package io.sentimentstreams.model.text;

import io.sentimentstreams.model.text.normalize.TracedText;

/**
 * Preprocessing of a text before a {@link Tokenizer} splits it. The manifest of a bundle names the
 * analyzer, so training and serving use the same one. Thread-safe.
 */
public enum Analyzer {
  /** No preprocessing: words or characters as Keras finds them. */
  KERAS {
    @Override
    public String analyze(String text) {
      return text;
    }

    @Override
    TracedText trace(TracedText text) {
      return text;
    }
  },

  /**
   * Splits Korean into morphemes with Lucene's nori and the mecab-ko dictionary, so stems are apart
   * from particles and endings. Other scripts are split into words. Keras can read a tokenizer
   * fitted on the result, and returns the same indices for the same morphemes.
   */
  NORI {
    @Override
    public String analyze(String text) {
      return KoreanMorphemes.joined(text);
    }

    @Override
    TracedText trace(TracedText text) {
      return KoreanMorphemes.traced(text);
    }
  };

  /** Returns the text that the tokenizer receives. */
  public abstract String analyze(String text);

  /** Like {@link #analyze}, with the ranges of the original. */
  abstract TracedText trace(TracedText text);
}
