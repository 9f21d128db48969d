package io.sentimentstreams.trainer.train.optimizer;

/** Clipping of gradients. */
public sealed interface Clipping {

  /** No clipping. */
  record None() implements Clipping {}

  /**
   * Scales the gradient of all parameters down to a maximum norm.
   *
   * @param norm maximum L2 norm, above 0
   */
  record ByNorm(double norm) implements Clipping {

    public ByNorm {
      requireAboveZero("norm", norm);
    }
  }

  /**
   * Limits the magnitude of each element.
   *
   * @param limit maximum magnitude, above 0
   */
  record ByValue(double limit) implements Clipping {

    public ByValue {
      requireAboveZero("value", limit);
    }
  }

  private static void requireAboveZero(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "Invalid clip %s: %s. Use a number above 0.".formatted(name, value));
    }
  }
}
