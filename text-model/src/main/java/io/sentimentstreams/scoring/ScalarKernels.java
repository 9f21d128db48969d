package io.sentimentstreams.scoring;

/** Plain loops over arrays, shaped so that the just-in-time compiler makes vectors of them. */
final class ScalarKernels implements Kernels {

  @Override
  public String description() {
    return "scalar";
  }

  @Override
  public int padded(int units) {
    return units;
  }

  @Override
  public int width(int columns) {
    return columns;
  }

  @Override
  public long size(int rows, int columns) {
    return 0; // Its rows are arrays of their own.
  }

  @Override
  public PackedMatrix pack(float[] values, int rows, int columns, WeightMemory memory) {
    return new ScalarMatrix(values, rows, columns);
  }

  @Override
  public void tanh(float[] values, int count) {
    for (int j = 0; j < count; j++) {
      values[j] = RationalTanh.tanh(values[j]);
    }
  }

  @Override
  public void lstm(float[] gates, int width, float[] c, float[] h) {
    for (int j = 0; j < width; j++) {
      float input = 0.5f + 0.5f * gates[j];
      float forget = 0.5f + 0.5f * gates[width + j];
      c[j] = forget * c[j] + input * gates[2 * width + j];
    }
    for (int j = 0; j < width; j++) {
      h[j] = (0.5f + 0.5f * gates[3 * width + j]) * RationalTanh.tanh(c[j]);
    }
  }

  @Override
  public void reset(float[] gates, int width, float[] h, float[] y) {
    for (int j = 0; j < width; j++) {
      y[j] = (0.5f + 0.5f * gates[width + j]) * h[j];
    }
  }

  @Override
  public void resetAndAdd(float[] gates, int width, float[] x, int from, float[] y) {
    for (int j = 0; j < width; j++) {
      y[j] = x[from + j] + (0.5f + 0.5f * gates[width + j]) * y[j];
    }
  }

  @Override
  public void gru(float[] gates, int width, float[] candidate, float[] h) {
    for (int j = 0; j < width; j++) {
      float update = 0.5f + 0.5f * gates[j];
      h[j] = candidate[j] + update * (h[j] - candidate[j]);
    }
  }
}
