package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.reference.PoolingStage.Kind;
import java.util.Arrays;

/** Maximum or mean of each feature of several records, updated timestep by timestep. */
final class Pool {

  private final Kernels kernels;
  private final Kind kind;
  private final int width;
  private final int stride;
  private final float[] pooled;
  private final int[] steps;

  /**
   * Creates a pool.
   *
   * @param records number of records side by side
   * @param width number of features
   */
  Pool(Kernels kernels, Kind kind, int records, int width) {
    this.kernels = kernels;
    this.kind = kind;
    this.width = width;
    stride = kernels.padded(width);
    pooled = new float[records * stride];
    steps = new int[records];
  }

  /** Returns the width of a timestep: features and padding. */
  int stride() {
    return stride;
  }

  void reset() {
    Arrays.fill(steps, 0);
    Arrays.fill(pooled, kind == Kind.MAX ? Float.NEGATIVE_INFINITY : 0);
  }

  /** Adds one timestep's features and padding, starting at {@code from}. */
  void accept(int record, float[] features, int from) {
    steps[record]++;
    if (kind == Kind.MAX) {
      kernels.max(features, from, pooled, record * stride, stride);
    } else {
      kernels.add(features, from, pooled, record * stride, stride);
    }
  }

  /** Writes the result of a record; zeros if it had no timesteps. */
  void write(int record, float[] to, int from) {
    float divisor = kind == Kind.MAX ? 1 : steps[record];
    for (int j = 0; j < width; j++) {
      to[from + j] = steps[record] == 0 ? 0 : pooled[record * stride + j] / divisor;
    }
  }
}
