package io.sentimentstreams.model.text.analysis;

import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/**
 * Splitter of texts of all scripts into words with ICU: by dictionary for Chinese, Japanese, Thai,
 * Lao, Khmer and Burmese, otherwise by the rules of Unicode Standard Annex 29. Punctuation is
 * dropped. Thread-safe.
 */
public final class DictionaryWords implements WordSplitter {

  @Override
  public void split(String text, WordConsumer words) {
    LuceneTokens.ranges(new ICUTokenizer(new DefaultICUTokenizerConfig(true, true)), text, words);
  }
}
