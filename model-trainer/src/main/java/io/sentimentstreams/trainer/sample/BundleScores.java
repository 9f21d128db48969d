package io.sentimentstreams.trainer.sample;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.Arrays;
import java.util.List;

/** Scores of a bundle for samples. Not thread-safe. */
public final class BundleScores {

  private final int outputs;
  private final TextScorer texts;
  private final Scorer ids;

  /** Creates a scorer. */
  public BundleScores(Bundle bundle) {
    outputs = bundle.model().network().output().units();
    texts = bundle.newScorer();
    ids = PackedModel.of(bundle.model()).newScorer();
  }

  /** Returns the number of outputs of the last layer. */
  public int outputs() {
    return outputs;
  }

  /** Returns the probabilities of a text, one per output. */
  public List<Double> of(String text) {
    return GoldenScore.of(texts, outputs, text).outputs();
  }

  /**
   * Returns the probabilities of a sequence, one per output.
   *
   * @param sequence token indices of the bundle
   * @throws InvalidSampleException if an index is outside of the embedding
   */
  public List<Double> of(int[] sequence) {
    double[] probabilities = new double[Math.max(2, outputs)];
    try {
      ids.classify(sequence, sequence.length, probabilities);
    } catch (IllegalArgumentException e) {
      throw new InvalidSampleException(String.valueOf(e.getMessage()), Sample.LINE_FORMAT);
    }
    return outputs == 1 ? List.of(probabilities[1]) : Arrays.stream(probabilities).boxed().toList();
  }

  /** Returns the maximum absolute difference of two lists of equal size. */
  public static double difference(List<Double> expected, List<Double> found) {
    double difference = 0;
    for (int i = 0; i < expected.size(); i++) {
      difference = Math.max(difference, Math.abs(found.get(i) - expected.get(i)));
    }
    return difference;
  }
}
