package io.sentimentstreams.model.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts Korean texts into morphemes. The dictionary is loaded at the first text. */
final class KoreanMorphemes {

  private KoreanMorphemes() {}

  /**
   * The morphemes of a text between spaces. Compounds are cut into their parts; particles and
   * endings stay, for they carry negation and mood; so does punctuation, which is the tokenizer's
   * to filter.
   */
  static String joined(String text) {
    StringJoiner morphemes = new StringJoiner(" ");
    // One for each text: it is not thread-safe, and costs little beside its shared dictionary.
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
