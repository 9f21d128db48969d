package io.sentimentstreams.model.scoring.reference;

import java.util.Arrays;

/** Maximum or mean of each feature over time; zeros if there are no timesteps. */
public final class PoolingStage implements Stage {

  /** Kind of pooling. */
  public enum Kind {
    MAX,
    AVERAGE
  }

  private final Kind kind;
  private final Sequence output;

  PoolingStage(Kind kind, int width) {
    this.kind = kind;
    output = new Sequence(width);
    output.resize(1);
  }

  @Override
  public void run(Sequence input) {
    double[] pooled = output.values();
    if (input.steps() == 0) {
      Arrays.fill(pooled, 0);
      return;
    }
    int width = input.width();
    System.arraycopy(input.values(), 0, pooled, 0, width);
    for (int t = 1; t < input.steps(); t++) {
      take(input.values(), t * width, pooled);
    }
    if (kind == Kind.AVERAGE) {
      for (int j = 0; j < width; j++) {
        pooled[j] /= input.steps();
      }
    }
  }

  private void take(double[] values, int from, double[] pooled) {
    for (int j = 0; j < pooled.length; j++) {
      pooled[j] =
          switch (kind) {
            case MAX -> Math.max(pooled[j], values[from + j]);
            case AVERAGE -> pooled[j] + values[from + j];
          };
    }
  }

  @Override
  public Sequence output() {
    return output;
  }
}
