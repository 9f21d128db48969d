package io.sentimentstreams.model.text;

import io.sentimentstreams.model.text.analysis.ChineseWords;
import io.sentimentstreams.model.text.analysis.DictionaryWords;
import io.sentimentstreams.model.text.analysis.JapaneseMorphemes;
import io.sentimentstreams.model.text.analysis.KoreanMorphemes;
import io.sentimentstreams.model.text.analysis.MissingAnalyzerException;
import io.sentimentstreams.model.text.analysis.UnicodeWords;
import io.sentimentstreams.model.text.analysis.WordSplitter;
import io.sentimentstreams.model.text.normalize.TracedText;
import java.util.Locale;

/**
 * Preprocessing of a text before a {@link Tokenizer} splits it. The manifest of a bundle names the
 * analyzer, so training and serving use the same one. All but {@link #KERAS} return the words of
 * the text, separated by spaces, so Keras can read a tokenizer fitted on the result. None of them
 * changes case or removes stop words. Classes and dictionaries of an analyzer are loaded with the
 * first text. Thread-safe.
 */
public enum Analyzer {
  /** No preprocessing: words or characters as Keras finds them. */
  KERAS("changes nothing", ""),

  /** Words by the rules of Unicode Standard Annex 29, without punctuation. */
  STANDARD("splits text into words by the rules of Unicode (UAX 29)", "lucene-core"),

  /**
   * Korean morphemes of Lucene's nori and the mecab-ko dictionary, so stems are apart from
   * particles and endings. Other scripts are split into words.
   */
  NORI("splits Korean text into morphemes", "lucene-analysis-nori"),

  /** Japanese morphemes of Lucene's kuromoji and the IPADIC dictionary. */
  KUROMOJI("splits Japanese text into morphemes", "lucene-analysis-kuromoji"),

  /** Words of simplified Chinese. */
  SMARTCN("splits simplified Chinese text into words", "lucene-analysis-smartcn"),

  /** Words of every script, without punctuation; Thai, Chinese and others by dictionary. */
  ICU(
      "splits text of any script into words, by dictionary for Thai, Chinese and others",
      "lucene-analysis-icu and icu4j");

  private final String purpose;
  private final String library;

  Analyzer(String purpose, String library) {
    this.purpose = purpose;
    this.library = library;
  }

  /** Returns the name in commands and documents, in lower case. */
  public String displayName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what the analyzer does, as a predicate: {@code splits Korean text into morphemes}. */
  public String purpose() {
    return purpose;
  }

  /** Returns the text that the tokenizer receives. */
  public String analyze(String text) {
    return this == KERAS ? text : splitter().joined(text);
  }

  /** Like {@link #analyze}, with the ranges of the original. */
  TracedText trace(TracedText text) {
    return this == KERAS ? text : splitter().traced(text);
  }

  /**
   * Loads the analyzer.
   *
   * @throws MissingAnalyzerException if its library is not on the class path
   */
  public void load() {
    try {
      analyze("");
    } catch (NoClassDefFoundError e) {
      throw new MissingAnalyzerException(displayName(), library, e);
    }
  }

  /** Only the classes of this analyzer are loaded. */
  private WordSplitter splitter() {
    return switch (this) {
      case STANDARD -> new UnicodeWords();
      case NORI -> new KoreanMorphemes();
      case KUROMOJI -> new JapaneseMorphemes();
      case SMARTCN -> new ChineseWords();
      case ICU -> new DictionaryWords();
      case KERAS -> throw new IllegalStateException("KERAS does not split");
    };
  }
}
