package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sentimentstreams.model.scoring.TextScorer;
import java.util.List;

/**
 * A text with the score that the bundle must compute for it, verified each time that the bundle is
 * read.
 *
 * @param text any text
 * @param outputs expected output of the last layer, each 0 to 1: P(positive) for one sigmoid unit,
 *     otherwise the probability of each label
 */
public record GoldenScore(
    String text,
    @JsonProperty("score")
        @JsonFormat(
            with = {
              JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
        List<Double> outputs) {

  /** Maximum difference between the expected and the computed score. */
  public static final double TOLERANCE = 1e-5;

  public GoldenScore {
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("a golden text must have a score");
    }
    for (double output : outputs) {
      if (!(output >= 0 && output <= 1)) {
        throw new IllegalArgumentException("a golden score must be 0 to 1, was " + output);
      }
    }
  }

  /** Creates the expected score of a network with one output. */
  public GoldenScore(String text, double score) {
    this(text, List.of(score));
  }

  /**
   * Computes the score of a text with a bundle's scorer.
   *
   * @param outputs number of outputs of the last layer
   */
  public static GoldenScore of(TextScorer scorer, int outputs, String text) {
    return outputs == 1
        ? new GoldenScore(text, scorer.score(text).score())
        : new GoldenScore(text, scorer.classify(text).probabilities());
  }

  /**
   * Returns P(positive) of a network with one output.
   *
   * @throws IllegalStateException if there are more outputs
   */
  public double score() {
    if (outputs.size() != 1) {
      throw new IllegalStateException("there must be a single score, but there are " + outputs);
    }
    return outputs.get(0);
  }

  /** Returns whether another text has the same scores within {@link #TOLERANCE}. */
  boolean agreesWith(GoldenScore other) {
    if (outputs.size() != other.outputs.size()) {
      return false;
    }
    for (int i = 0; i < outputs.size(); i++) {
      if (!(Math.abs(outputs.get(i) - other.outputs.get(i)) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }
}
