package io.sentimentstreams.app.config;

/**
 * The scores, both ends included, whose label is UNCERTAIN.
 *
 * @param low the lowest such score, at least 0
 * @param high the highest such score, at least {@code low} and at most 1
 */
public record UncertainBand(double low, double high) {

  public UncertainBand {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "an uncertain band must satisfy 0 <= low <= high <= 1, was %s to %s"
              .formatted(low, high));
    }
  }

  /** Whether a score lies inside. */
  public boolean contains(double score) {
    return low <= score && score <= high;
  }
}
