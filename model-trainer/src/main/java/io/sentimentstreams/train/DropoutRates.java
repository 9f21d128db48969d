package io.sentimentstreams.train;

/**
 * How much is dropped in training.
 *
 * @param embedding the probability that a feature of the embedding is dropped for a whole sequence,
 *     0 to below 1
 * @param output the probability that an input of the last layer is dropped, 0 to below 1
 */
public record DropoutRates(double embedding, double output) {

  public DropoutRates {
    check("embedding", embedding);
    check("output", output);
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "the dropout of the " + name + " must be 0 to below 1, was " + rate);
    }
  }
}
