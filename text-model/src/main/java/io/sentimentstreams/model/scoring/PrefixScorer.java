package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.scoring.PrefixScores.Prefix;
import io.sentimentstreams.model.scoring.packed.BatchScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.TextToken;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scorer of the prefixes of a text: the score after its first token, after the second, and so on.
 * Each prefix is scored, truncated and padded as a separate text, because bidirectional networks
 * read another text there. The work is the number of prefixes times the length of the longest
 * sequence.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class PrefixScorer {

  private final NetworkInput input;
  private final BatchScorer scorer;
  private final int classes;

  /**
   * Creates a scorer.
   *
   * @param model network and weights, shared
   * @param tokenizer vocabulary of the network's training
   * @param settings preprocessing of the network's training
   */
  public PrefixScorer(PackedModel model, TextIndexer tokenizer, SequenceSettings settings) {
    input = new NetworkInput(model.network(), tokenizer, settings);
    scorer = model.newScorer();
    classes = model.network().classes();
  }

  /**
   * Scores a text and its prefixes. The whole text's result equals that of {@link
   * TextScorer#classify(String)} to the last bit.
   *
   * @param text text whose prefixes consist of whole tokens
   * @param maxPrefixes maximum number of prefixes, at least 1; longer texts use evenly spaced
   *     prefixes, including the whole text
   */
  public PrefixScores score(String text, int maxPrefixes) {
    if (maxPrefixes < 1) {
      throw new IllegalArgumentException(
          "the number of prefixes must be at least 1, was " + maxPrefixes);
    }
    List<TextToken> tokens = input.tokens(text);
    int count = Math.min(maxPrefixes, tokens.size());
    int[] ends =
        IntStream.rangeClosed(1, count)
            .map(i -> Math.toIntExact((long) i * tokens.size() / count))
            .toArray();
    EncodedText[] prefixes = new EncodedText[count + 1];
    for (int i = 0; i < count; i++) {
      prefixes[i] = input.read(tokens.subList(0, ends[i]));
    }
    prefixes[count] = input.read(text);
    double[][] probabilities = classify(prefixes);
    EncodedText whole = prefixes[count];
    return new PrefixScores(
        new ClassifiedText(
            list(probabilities[count]), whole.tokens(), whole.outOfVocabulary(), whole.truncated()),
        tokens,
        IntStream.range(0, count)
            .mapToObj(i -> new Prefix(ends[i], list(probabilities[i])))
            .toList());
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private double[][] classify(EncodedText[] texts) {
    int[][] ids = new int[texts.length][];
    int[] lengths = new int[texts.length];
    double[][] probabilities = new double[texts.length][classes];
    for (int i = 0; i < texts.length; i++) {
      ids[i] = texts[i].ids();
      lengths[i] = ids[i].length;
    }
    scorer.classify(ids, lengths, texts.length, probabilities);
    return probabilities;
  }
}
