package io.sentimentstreams.model.text.analysis;

import io.sentimentstreams.model.text.normalize.TracedText;
import java.util.StringJoiner;

/** Splitter of a text into words or morphemes. Thread-safe. */
public sealed interface WordSplitter
    permits ChineseWords, DictionaryWords, JapaneseMorphemes, KoreanMorphemes, UnicodeWords {

  /** Passes the words of a text to the consumer. None is blank. */
  void split(String text, WordConsumer words);

  /** Returns the words of a text, separated by spaces. */
  default String joined(String text) {
    StringJoiner joined = new StringJoiner(" ");
    split(text, (word, from, to) -> joined.add(word));
    return joined.toString();
  }

  /** Like {@link #joined}, with the ranges of the original. */
  default TracedText traced(TracedText text) {
    TracedWords words = new TracedWords(text.text());
    split(text.text(), words);
    return words.of(text);
  }
}
