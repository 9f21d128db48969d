package io.sentimentstreams.model.text.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Reader of Lucene's tokenizers. They are not thread-safe, but cheap compared with the dictionary
 * that they share, so each text has its own.
 */
final class LuceneTokens {

  private LuceneTokens() {}

  /** Passes the terms of a text, which can have other characters than the text. */
  static void terms(Tokenizer tokenizer, String text, WordConsumer words) {
    try (Tokenizer tokens = tokenizer) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        if (!term.toString().isBlank()) {
          words.word(term, offset.startOffset(), offset.endOffset());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
  }

  /**
   * Passes the ranges of the terms as they are in the text, so no tokenizer changes case or width.
   * A code point that Lucene splits at the end of a buffer stays whole.
   */
  static void ranges(Tokenizer tokenizer, String text, WordConsumer words) {
    terms(
        tokenizer,
        text,
        (term, from, to) -> {
          int start = splitsCodePoint(text, from) ? from + 1 : from;
          int end = splitsCodePoint(text, to) ? to + 1 : to;
          if (start < end) {
            words.word(text.subSequence(start, end), start, end);
          }
        });
  }

  private static boolean splitsCodePoint(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
