package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.text.TextToken;
import java.util.List;

/**
 * How a text's score came about.
 *
 * @param whole what became of the whole text
 * @param tokens all tokens of the text, also those that were cut off
 * @param prefixes the scores of its prefixes, the shortest first; the last one is the whole text.
 *     None where the text has no token
 */
public record PrefixScores(ScoredText whole, List<TextToken> tokens, List<Prefix> prefixes) {

  public PrefixScores {
    tokens = List.copyOf(tokens);
    prefixes = List.copyOf(prefixes);
  }

  /**
   * One prefix.
   *
   * @param tokens how many of the text's tokens it has
   * @param score P(positive) of a text that ends there, 0 to 1
   */
  public record Prefix(int tokens, double score) {}
}
