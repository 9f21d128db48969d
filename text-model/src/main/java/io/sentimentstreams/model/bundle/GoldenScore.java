package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sentimentstreams.model.scoring.TextScorer;
import java.util.List;

/**
 * A text with the score that the bundle must give it, checked whenever the bundle is read.
 *
 * @param text any text
 * @param outputs what the network's last layer gives, each 0 to 1: P(positive) alone where it is
 *     one sigmoid unit, else the probability of each label
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

  /** How far a score may be from the one that was recorded. */
  public static final double TOLERANCE = 1e-5;

  public GoldenScore {
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("a golden text needs a score");
    }
    for (double output : outputs) {
      if (!(output >= 0 && output <= 1)) {
        throw new IllegalArgumentException("a golden score must be 0 to 1, was " + output);
      }
    }
  }

  /** The score of a network with one output. */
  public GoldenScore(String text, double score) {
    this(text, List.of(score));
  }

  /**
   * What a bundle's scorer gives a text now.
   *
   * @param outputs how many the network's last layer has
   */
  public static GoldenScore of(TextScorer scorer, int outputs, String text) {
    return outputs == 1
        ? new GoldenScore(text, scorer.score(text).score())
        : new GoldenScore(text, scorer.classify(text).probabilities());
  }

  /** P(positive) of a network with one output. */
  public double score() {
    if (outputs.size() != 1) {
      throw new IllegalStateException("there is no single score, but " + outputs);
    }
    return outputs.get(0);
  }

  /** Whether another text was given the same, but for {@link #TOLERANCE}. */
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
