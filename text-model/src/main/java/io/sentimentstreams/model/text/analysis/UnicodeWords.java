package io.sentimentstreams.model.text.analysis;

import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Splitter of texts into words by the rules of Unicode Standard Annex 29, without a dictionary:
 * each Han and Hiragana character is a word. Punctuation is dropped. Words have at most 255
 * characters. Thread-safe.
 */
public final class UnicodeWords implements WordSplitter {

  @Override
  public void split(String text, WordConsumer words) {
    LuceneTokens.ranges(new StandardTokenizer(), text, words);
  }
}
