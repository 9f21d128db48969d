package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The scores that are too near the threshold to decide, and what deciding on the others was worth
 * on the texts that the band was chosen on.
 *
 * @param low the lowest score inside, 0 to 1
 * @param high the lowest score above the band, at least {@code low} and at most 1; where both are
 *     the same, no score is inside, and where it is 1, no score is above
 * @param coverage share of texts outside, 0 to 1
 * @param precision share of those that were given the right label, 0 to 1
 */
public record AbstainBand(double low, double high, double coverage, double precision) {

  public AbstainBand {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "a band of scores must satisfy 0 <= low <= high <= 1, was %s to %s".formatted(low, high));
    }
    share("coverage", coverage);
    share("precision", precision);
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a band's %s must be 0 to 1, was %s".formatted(what, value));
    }
  }

  /** Whether a score lies inside. */
  public boolean contains(double score) {
    return low <= score && (score < high || high == 1);
  }

  /** Whether no score lies inside. */
  @JsonIgnore
  public boolean isEmpty() {
    return low == high;
  }
}
