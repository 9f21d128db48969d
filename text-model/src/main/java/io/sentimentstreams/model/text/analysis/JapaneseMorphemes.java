package io.sentimentstreams.model.text.analysis;

import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;

/**
 * Splitter of Japanese texts into morphemes with the IPADIC dictionary. Compounds are split into
 * their parts. Particles, auxiliary verbs and punctuation stay, and words keep their inflection.
 * Thread-safe.
 */
public final class JapaneseMorphemes implements WordSplitter {

  @Override
  public void split(String text, WordConsumer words) {
    LuceneTokens.ranges(new JapaneseTokenizer(null, false, true, Mode.SEARCH), text, words);
  }
}
