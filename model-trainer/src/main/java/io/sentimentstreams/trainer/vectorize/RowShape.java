package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.model.text.HashFunction;
import io.sentimentstreams.model.text.HashingTrick;
import io.sentimentstreams.model.text.NGrams;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Length, width and number type of rows.
 *
 * @param length length of sequences
 * @param padding how sequences get that length
 * @param type type of the numbers; empty for the default of the mode
 * @param hashing how tokens are hashed; empty if they are looked up in a vocabulary
 * @param ngrams lengths of n-grams
 */
public record RowShape(
    Length length,
    Padding padding,
    Optional<NumberType> type,
    Optional<Hashing> hashing,
    NgramRange ngrams) {

  /** The length of sequences. */
  public sealed interface Length {

    /** Each sequence keeps its length. */
    record Own() implements Length {}

    /** All sequences get the length of the longest one; the input is read twice. */
    record Longest() implements Length {}

    /**
     * All sequences get the same length.
     *
     * @param timesteps the length, at least 1
     */
    record Fixed(int timesteps) implements Length {}
  }

  /**
   * A hash function for tokens.
   *
   * @param function the function
   * @param space a number above every index
   */
  public record Hashing(HashFunction function, int space) {}

  /**
   * Lengths of n-grams.
   *
   * @param shortest smallest number of tokens
   * @param longest largest number of tokens
   */
  public record NgramRange(int shortest, int longest) {}

  /** Returns the type of the numbers, or else the default of the mode. */
  NumberType type(NumberType otherwise) {
    return type.orElse(otherwise);
  }

  /**
   * Returns the common length of all sequences; empty if each keeps its own.
   *
   * @param lengths lengths of the sequences; read only if the longest one counts
   */
  Optional<Integer> length(Source<Integer> lengths) {
    if (length instanceof Length.Fixed fixed) {
      return Optional.of(fixed.timesteps());
    }
    if (length instanceof Length.Own) {
      return Optional.empty();
    }
    AtomicInteger longest = new AtomicInteger(1);
    lengths.forEach(each -> longest.accumulateAndGet(each, Math::max));
    return Optional.of(longest.get());
  }

  /**
   * Returns the hashing trick if tokens are hashed.
   *
   * @throws IllegalArgumentException if the space is too small
   */
  Optional<HashingTrick> hashing(TokenizerSettings settings) {
    return hashing.map(chosen -> new HashingTrick(settings, chosen.function(), chosen.space()));
  }

  /**
   * Returns the n-grams of tokens.
   *
   * @throws IllegalArgumentException if the lengths are out of range
   */
  NGrams ngrams(TokenizerSettings settings) {
    return settings.charLevel()
        ? NGrams.ofCharacters(ngrams.shortest(), ngrams.longest())
        : NGrams.ofWords(ngrams.shortest(), ngrams.longest());
  }
}
