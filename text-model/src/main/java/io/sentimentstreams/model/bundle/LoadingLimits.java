package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.WeightSpec;

/**
 * What a bundle may ask of the machine beyond its size: a small file can ask for long sequences
 * through wide layers, and for many golden texts.
 */
final class LoadingLimits {

  /** 256 MiB of gate rows a thread, for the longest text. */
  private static final long MAX_GATES = 64L << 20;

  /** Some minutes of one slow processor; released bundles take less than a thousandth of it. */
  private static final long MAX_WORK = 500_000_000_000L;

  private LoadingLimits() {}

  /**
   * Refuses a bundle that would take too much memory or time.
   *
   * @throws IllegalArgumentException with what it asks for
   */
  static void check(Bundle bundle) {
    Network network = bundle.manifest().network();
    long steps = bundle.manifest().text().maxLength();
    long gates = 0;
    long weights = 0;
    int size = 1;
    for (Layer layer : network.layers()) {
      boolean recurrent = layer instanceof Recurrent || layer instanceof Bidirectional;
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
          "texts of %d timesteps through %d gates take more memory than a thread gets (%d numbers)"
              .formatted(steps, gates, MAX_GATES));
    }
    double work = (double) weights * goldenSteps(bundle);
    if (work > MAX_WORK) {
      throw new IllegalArgumentException(
          "golden texts take %.0f multiplications, at most %d".formatted(work, MAX_WORK));
    }
  }

  /** At most: a token has a character, and zeros count where they are not masked. */
  private static long goldenSteps(Bundle bundle) {
    long longest = bundle.manifest().text().maxLength();
    boolean masked = bundle.manifest().network().embedding().maskZero();
    return bundle.golden().stream()
        .mapToLong(golden -> masked ? Math.min(golden.text().length(), longest) : longest)
        .sum();
  }
}
