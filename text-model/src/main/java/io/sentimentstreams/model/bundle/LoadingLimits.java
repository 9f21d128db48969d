package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.WeightSpec;

/**
 * Limits on the memory and time that a bundle needs besides its size. A small file can require long
 * sequences through wide layers, or many golden texts.
 */
final class LoadingLimits {

  /** Maximum size of gate rows per thread for the longest text: 256 MiB. */
  private static final long MAX_GATES = 64L << 20;

  /**
   * Maximum work for the golden texts: minutes of one slow processor. Released bundles need less
   * than a thousandth.
   */
  private static final long MAX_WORK = 500_000_000_000L;

  private LoadingLimits() {}

  /**
   * Refuses a bundle that needs too much memory or time.
   *
   * @throws IllegalArgumentException with the required amount
   */
  static void check(Bundle bundle) {
    Network network = bundle.manifest().network();
    long steps = bundle.manifest().text().maxLength();
    long gates = 0;
    long weights = 0;
    int size = 1;
    for (Layer layer : network.layers()) {
      boolean recurrent =
          layer instanceof Recurrent
              || layer instanceof Bidirectional
              || layer instanceof Backwards;
      for (WeightSpec spec : layer.weights(size)) {
        if (recurrent) {
          gates = Math.max(gates, spec.shape().get(spec.shape().size() - 1));
        }
        weights += layer == network.embedding() ? 0 : spec.size();
      }
      size = layer.outputSize(size);
    }
    if (steps * gates > MAX_GATES) {
      throw new IllegalArgumentException(
          ("texts of %d timesteps through %d gates need more memory than a thread can use "
                  + "(%d numbers)")
              .formatted(steps, gates, MAX_GATES));
    }
    double work = (double) weights * goldenSteps(bundle);
    if (work > MAX_WORK) {
      throw new IllegalArgumentException(
          "golden texts need %.0f multiplications, but the maximum is %d"
              .formatted(work, MAX_WORK));
    }
  }

  /**
   * Returns an upper bound: a token has at least one character, and zeros count if they are not
   * masked.
   */
  private static long goldenSteps(Bundle bundle) {
    long longest = bundle.manifest().text().maxLength();
    boolean masked = bundle.manifest().network().embedding().maskZero();
    return bundle.golden().stream()
        .mapToLong(golden -> masked ? Math.min(golden.text().length(), longest) : longest)
        .sum();
  }
}
