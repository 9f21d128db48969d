package io.sentimentstreams.model.text;

/**
 * What is done to a text before a {@link Tokenizer} splits it. Training and serving do the same: a
 * bundle's manifest says which one. Safe for use by several threads.
 */
public enum Analyzer {
  /** Nothing: words or characters as Keras finds them. */
  KERAS {
    @Override
    public String analyze(String text) {
      return text;
    }
  },

  /**
   * Korean is cut into its morphemes, stems apart from particles and endings, by Lucene's nori with
   * the mecab-ko dictionary; other scripts are cut into words. A tokenizer fitted on this is still
   * one that Keras reads, and gives the same indices there for the same morphemes.
   */
  NORI {
    @Override
    public String analyze(String text) {
      return KoreanMorphemes.joined(text);
    }
  };

  /** The text that the tokenizer is given. */
  public abstract String analyze(String text);
}
