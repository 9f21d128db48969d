package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.text.TextToken;
import java.util.List;

/**
 * Class probabilities of a text and of its prefixes.
 *
 * @param whole result of the whole text
 * @param tokens all tokens of the text, including truncated ones
 * @param prefixes results of the prefixes, the shortest first, the whole text last; empty if the
 *     text has no token
 */
public record PrefixScores(ClassifiedText whole, List<TextToken> tokens, List<Prefix> prefixes) {

  public PrefixScores {
    tokens = List.copyOf(tokens);
    prefixes = List.copyOf(prefixes);
  }

  /**
   * Result of one prefix.
   *
   * @param tokens number of tokens in the prefix
   * @param probabilities of the classes, in the network's order
   */
  public record Prefix(int tokens, List<Double> probabilities) {

    public Prefix {
      probabilities = List.copyOf(probabilities);
    }
  }
}
