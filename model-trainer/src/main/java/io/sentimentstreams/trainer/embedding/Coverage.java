package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Coverage of a vocabulary by word vectors.
 *
 * @param words number of words with a token index
 * @param foundWords number of those words with a vector
 * @param tokens number of tokens in the vocabulary's texts, including unknown tokens
 * @param foundTokens number of those tokens with a vector
 */
public record Coverage(int words, int foundWords, long tokens, long foundTokens) {

  /** Share of the tokens below which a coverage is low. */
  private static final double LOW = 0.05;

  private static final int MAX_SHOWN = 5;

  /** Returns whether fewer than 5 % of the tokens have a vector. */
  public boolean isLow() {
    return ofTokens() < LOW;
  }

  /**
   * Checks that at least one word has a vector.
   *
   * @param file the vectors
   * @param tokenizer vocabulary, whose first words are named in the message
   * @throws InvalidDataException if none has one
   */
  public void requireSome(Path file, Tokenizer tokenizer) {
    if (words > 0 && foundWords == 0) {
      String frequent =
          tokenizer.wordCounts().keySet().stream()
              .limit(MAX_SHOWN)
              .map(PrintableText::of)
              .collect(Collectors.joining(", "));
      throw new InvalidDataException(
          file,
          String.format(
              Locale.ROOT, "no vector for any of the %,d words, such as %s", words, frequent),
          "Use vectors of the same language, with words in the spelling of the tokenizer");
    }
  }

  /** Returns the covered share of the vocabulary, 0 to 1. */
  public double ofWords() {
    return words == 0 ? 0 : (double) foundWords / words;
  }

  /** Returns the covered share of the tokens, 0 to 1. */
  public double ofTokens() {
    return tokens == 0 ? 0 : (double) foundTokens / tokens;
  }
}
