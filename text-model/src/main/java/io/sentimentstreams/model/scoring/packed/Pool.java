package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.reference.PoolingStage.Kind;
import java.util.Arrays;

/** The largest value or the mean of each feature of some records, over timesteps as they come. */
final class Pool {

  private final Kernels kernels;
  private final Kind kind;
  private final int width;
  private final int stride;
  private final float[] pooled;
  private final int[] steps;

  /**
   * @param records how many are pooled side by side
   * @param width the number of features
   */
  Pool(Kernels kernels, Kind kind, int records, int width) {
    this.kernels = kernels;
    this.kind = kind;
    this.width = width;
    stride = kernels.padded(width);
    pooled = new float[records * stride];
    steps = new int[records];
  }

  /** The features and their padding, which a timestep must have. */
  int stride() {
    return stride;
  }

  void reset() {
    Arrays.fill(steps, 0);
    Arrays.fill(pooled, kind == Kind.MAX ? Float.NEGATIVE_INFINITY : 0);
  }

  /** Takes one timestep's features and their padding, from {@code from} on. */
  void take(int record, float[] features, int from) {
    steps[record]++;
    if (kind == Kind.MAX) {
      kernels.largest(features, from, pooled, record * stride, stride);
    } else {
      kernels.add(features, from, pooled, record * stride, stride);
    }
  }

  /** Writes what was pooled of a record; zeros where nothing was taken. */
  void write(int record, float[] to, int from) {
    float divisor = kind == Kind.MAX ? 1 : steps[record];
    for (int j = 0; j < width; j++) {
      to[from + j] = steps[record] == 0 ? 0 : pooled[record * stride + j] / divisor;
    }
  }
}
