package io.sentimentstreams.scoring;

import io.sentimentstreams.scoring.PoolingStage.Kind;
import java.util.Arrays;

/** The largest value or the mean of each feature, over timesteps as they come. */
final class Pool {

  private final Kind kind;
  private final float[] pooled;
  private int steps;

  Pool(Kind kind, int width) {
    this.kind = kind;
    pooled = new float[width];
  }

  void reset() {
    steps = 0;
    Arrays.fill(pooled, kind == Kind.MAX ? Float.NEGATIVE_INFINITY : 0);
  }

  /** Takes one timestep's features, from the array's first on. */
  void take(float[] features) {
    steps++;
    if (kind == Kind.MAX) {
      for (int j = 0; j < pooled.length; j++) {
        pooled[j] = Math.max(pooled[j], features[j]);
      }
    } else {
      for (int j = 0; j < pooled.length; j++) {
        pooled[j] += features[j];
      }
    }
  }

  /** Writes what was pooled; zeros where nothing was taken. */
  void write(float[] to, int from) {
    float divisor = kind == Kind.MAX ? 1 : steps;
    for (int j = 0; j < pooled.length; j++) {
      to[from + j] = steps == 0 ? 0 : pooled[j] / divisor;
    }
  }
}
