package io.sentimentstreams.trainer.onnx.sample;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.onnx.vocabulary.InvalidVocabularyException;
import io.sentimentstreams.trainer.onnx.vocabulary.TokenIndices;
import io.sentimentstreams.trainer.sample.Agreement;
import io.sentimentstreams.trainer.sample.BundleScores;
import io.sentimentstreams.trainer.sample.InvalidSampleException;
import io.sentimentstreams.trainer.sample.Sample;
import io.sentimentstreams.trainer.sample.SampleFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Comparison of a bundle's scores with sample probabilities of the original model. */
public final class SampleScores {

  /** Maximum absolute difference of a score. */
  public static final double TOLERANCE = 1e-5;

  private static final String SAME_SETTINGS =
      "Use probabilities, and the vocabulary, token rules, --max-length and --padding of the sample scores";

  private final TokenIndices indices;
  private final boolean padded;
  private final BundleScores scores;

  private SampleScores(Bundle bundle, TokenIndices indices) {
    this.indices = indices;
    padded = !bundle.model().network().embedding().maskZero();
    scores = new BundleScores(bundle);
  }

  /**
   * Compares a bundle's scores with a sample file.
   *
   * @param file samples with token indices of the original model
   * @throws InvalidDataException if a score differs by more than {@link #TOLERANCE}, or a line is
   *     not a sample
   */
  public static Agreement check(Bundle bundle, TokenIndices indices, Path file) {
    SampleScores samples = new SampleScores(bundle, indices);
    return new SampleFile(file, samples.scores.outputs()).compare(samples::difference);
  }

  private double difference(Sample sample) {
    List<Double> found =
        sample.text().map(scores::of).orElseGet(() -> scores.of(sequence(sample.indices())));
    double difference = BundleScores.difference(sample.scores(), found);
    if (!(difference <= TOLERANCE)) {
      throw new InvalidSampleException(sample.difference(found), SAME_SETTINGS);
    }
    return difference;
  }

  private int[] sequence(int[] original) {
    try {
      int[] sequence = indices.indices(original);
      return padded ? sequence : Arrays.stream(sequence).filter(index -> index != 0).toArray();
    } catch (InvalidVocabularyException e) {
      throw new InvalidSampleException(String.valueOf(e.getMessage()), e.remedy());
    }
  }
}
