package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Network;

/** Meaning of the outputs of a network's last layer. Immutable. */
public final class Outputs {

  private static final int NONE = -1;

  private final int classes;
  private final int units;
  private final int positive;

  public Outputs(Network network) {
    classes = network.classes();
    units = network.output().units();
    positive = units <= 2 ? units - 1 : NONE;
  }

  /** Returns P(positive) from the values of the last layer. */
  public double score(double[] values) {
    if (positive == NONE) {
      throw new IllegalStateException(
          "a network of " + classes + " classes has no single score; ask for probabilities");
    }
    return values[positive];
  }

  /** Copies the probability of each class. */
  public void classify(double[] values, double[] probabilities) {
    if (probabilities.length != classes) {
      throw new IllegalArgumentException(
          "the array must have %d probabilities, had %d".formatted(classes, probabilities.length));
    }
    if (units == 1) {
      probabilities[0] = 1 - values[0];
      probabilities[1] = values[0];
    } else {
      System.arraycopy(values, 0, probabilities, 0, classes);
    }
  }
}
