package io.sentimentstreams.model.text;

import io.sentimentstreams.model.text.normalize.TracedText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.StringJoiner;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Splitter of Korean texts into morphemes. The dictionary is loaded with the first text.
 * Thread-safe.
 */
final class KoreanMorphemes {

  private KoreanMorphemes() {}

  /** Consumer of morphemes with their positions in the text. */
  private interface MorphemeConsumer {
    void morpheme(CharSequence morpheme, int from, int to);
  }

  /**
   * Returns the morphemes of a text, separated by spaces. Compounds are split into their parts.
   * Particles and endings stay, because they carry negation and mood. Punctuation stays too,
   * because the tokenizer filters it.
   */
  static String joined(String text) {
    StringJoiner morphemes = new StringJoiner(" ");
    split(text, (morpheme, from, to) -> morphemes.add(morpheme));
    return morphemes.toString();
  }

  /**
   * Like {@link #joined}, with the ranges of the original. Morphemes that were contracted to one
   * syllable have the range of both.
   */
  static TracedText traced(TracedText text) {
    StringBuilder joined = new StringBuilder();
    IdBuffer starts = new IdBuffer();
    IdBuffer ends = new IdBuffer();
    split(
        text.text(),
        (morpheme, from, to) -> {
          if (joined.length() > 0) {
            joined.append(' ');
            starts.add(from);
            ends.add(from + 1);
          }
          joined.append(morpheme);
          for (int i = 0; i < morpheme.length(); i++) {
            starts.add(from);
            ends.add(Math.max(from + 1, to));
          }
        });
    return text.then(joined.toString(), starts.copy(0, starts.size()), ends.copy(0, ends.size()));
  }

  private static void split(String text, MorphemeConsumer consumer) {
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
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        if (!term.toString().isBlank()) {
          consumer.morpheme(term, offset.startOffset(), offset.endOffset());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
  }
}
