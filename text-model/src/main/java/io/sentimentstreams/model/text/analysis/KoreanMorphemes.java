package io.sentimentstreams.model.text.analysis;

import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;

/**
 * Splitter of Korean texts into morphemes with the mecab-ko dictionary. Compounds are split into
 * their parts. Particles and endings stay, because they carry negation and mood. Punctuation stays
 * too, because the tokenizer filters it. Thread-safe.
 */
public final class KoreanMorphemes implements WordSplitter {

  @Override
  public void split(String text, WordConsumer words) {
    LuceneTokens.terms(
        new KoreanTokenizer(
            KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
            null,
            DecompoundMode.DISCARD,
            false,
            false),
        text,
        words);
  }
}
