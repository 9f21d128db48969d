package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.scoring.PrefixScores.Prefix;
import io.sentimentstreams.model.scoring.packed.BatchScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells how a text's score moves from token to token: what a text would score that ended after the
 * first token, after the second, and so on. Every prefix is scored as a text of its own, cut and
 * padded as such a text is, because a network that also reads from the end sees another text there.
 * So the work grows with the square of the length, up to the number of prefixes asked for times the
 * longest sequence.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class PrefixScorer {

  private final NetworkInput input;
  private final BatchScorer scorer;

  /**
   * A scorer of prefixes.
   *
   * @param model the network and its weights, shared
   * @param tokenizer the vocabulary that the network was trained with
   * @param settings the lengths that it was trained with
   */
  public PrefixScorer(PackedModel model, Tokenizer tokenizer, SequenceSettings settings) {
    input = new NetworkInput(model.network(), tokenizer, settings);
    scorer = model.newScorer();
  }

  /**
   * Scores a text and its prefixes. The whole text's score is to the last bit the one that {@link
   * TextScorer#score} gives.
   *
   * @param text whose tokens are those of the whole: a prefix ends between two of them
   * @param most how many prefixes there may be, at least 1; of a text with more tokens those are
   *     taken that lie evenly, the whole text always among them
   * @throws IllegalStateException if the network tells more than two classes apart
   */
  public PrefixScores score(String text, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("there must be at least 1 prefix, was " + most);
    }
    List<TextToken> tokens = input.tokens(text);
    int count = Math.min(most, tokens.size());
    int[] ends =
        IntStream.rangeClosed(1, count)
            .map(i -> Math.toIntExact((long) i * tokens.size() / count))
            .toArray();
    EncodedText[] prefixes = new EncodedText[count + 1];
    for (int i = 0; i < count; i++) {
      prefixes[i] = input.read(tokens.subList(0, ends[i]));
    }
    prefixes[count] = input.read(text);
    double[] scores = score(prefixes);
    EncodedText whole = prefixes[count];
    return new PrefixScores(
        new ScoredText(scores[count], whole.tokens(), whole.outOfVocabulary(), whole.truncated()),
        tokens,
        IntStream.range(0, count).mapToObj(i -> new Prefix(ends[i], scores[i])).toList());
  }

  private double[] score(EncodedText[] texts) {
    int[][] ids = new int[texts.length][];
    int[] lengths = new int[texts.length];
    double[] scores = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      ids[i] = texts[i].ids();
      lengths[i] = ids[i].length;
    }
    scorer.score(ids, lengths, texts.length, scores);
    return scores;
  }
}
