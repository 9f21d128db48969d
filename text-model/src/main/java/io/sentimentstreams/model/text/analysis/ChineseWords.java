package io.sentimentstreams.model.text.analysis;

import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;

/**
 * Splitter of simplified Chinese texts into words, with the word and bigram frequencies of ICTCLAS.
 * Function words and punctuation stay. Thread-safe.
 */
public final class ChineseWords implements WordSplitter {

  @Override
  public void split(String text, WordConsumer words) {
    LuceneTokens.ranges(new HMMChineseTokenizer(), text, words);
  }
}
