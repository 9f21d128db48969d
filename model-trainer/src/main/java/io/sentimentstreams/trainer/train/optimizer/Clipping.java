package io.sentimentstreams.trainer.train.optimizer;

/** What is done about large gradients. */
public sealed interface Clipping {

  /** Nothing. */
  record None() implements Clipping {}

  /**
   * A longer gradient is scaled down, all of a network's parameters taken as one vector.
   *
   * @param norm the largest L2 norm, above 0
   */
  record ByNorm(double norm) implements Clipping {

    public ByNorm {
      requireAboveZero("norm", norm);
    }
  }

  /**
   * Each element is held within the limit on both sides of zero.
   *
   * @param limit the largest magnitude, above 0
   */
  record ByValue(double limit) implements Clipping {

    public ByValue {
      requireAboveZero("value", limit);
    }
  }

  private static void requireAboveZero(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "the %s that gradients are clipped to must be a number above 0, was %s"
              .formatted(name, value));
    }
  }
}
