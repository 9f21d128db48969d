package io.sentimentstreams.model.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splitter of Korean texts into morphemes. The dictionary is loaded with the first text.
 * Thread-safe.
 */
final class KoreanMorphemes {

  private KoreanMorphemes() {}

  /**
   * Returns the morphemes of a text, separated by spaces. Compounds are split into their parts.
   * Particles and endings stay, because they carry negation and mood. Punctuation stays too,
   * because the tokenizer filters it.
   */
  static String joined(String text) {
    StringJoiner morphemes = new StringJoiner(" ");
    // One instance per text: it is not thread-safe, and it is cheap compared with its shared
    // dictionary.
    try (KoreanTokenizer tokens =
        new KoreanTokenizer(
            KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
            null,
            DecompoundMode.DISCARD,
            false,
            false)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        if (!term.toString().isBlank()) {
          morphemes.add(term);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
    return morphemes.toString();
  }
}
