package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.text.TextToken;
import java.util.List;

/**
 * Scores of a text and of its prefixes.
 *
 * @param whole score of the whole text
 * @param tokens all tokens of the text, including truncated ones
 * @param prefixes scores of the prefixes, the shortest first, the whole text last; empty if the
 *     text has no token
 */
public record PrefixScores(ScoredText whole, List<TextToken> tokens, List<Prefix> prefixes) {

  public PrefixScores {
    tokens = List.copyOf(tokens);
    prefixes = List.copyOf(prefixes);
  }

  /**
   * Score of one prefix.
   *
   * @param tokens number of tokens in the prefix
   * @param score P(positive) of the prefix, 0 to 1
   */
  public record Prefix(int tokens, double score) {}
}
