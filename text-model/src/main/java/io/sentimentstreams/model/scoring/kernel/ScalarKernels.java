package io.sentimentstreams.model.scoring.kernel;

/** Plain loops over arrays in a form that the just-in-time compiler can vectorize. */
public final class ScalarKernels implements Kernels {

  private static final int RECORDS = 8;

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
  public int recordsAtOnce() {
    return RECORDS;
  }

  @Override
  public long size(int rows, int columns) {
    return 0; // Rows are separate arrays, not in the arena.
  }

  @Override
  public PackedMatrix pack(float[] values, int rows, int columns, WeightArena memory) {
    return new ScalarMatrix(values, rows, columns);
  }

  @Override
  public void tanh(float[] values, int from, int count) {
    for (int j = from; j < from + count; j++) {
      values[j] = RationalTanh.tanh(values[j]);
    }
  }

  @Override
  public void lstm(float[] gates, int from, int width, float[] c, float[] h, int at) {
    for (int j = 0; j < width; j++) {
      float input = 0.5f + 0.5f * gates[from + j];
      float forget = 0.5f + 0.5f * gates[from + width + j];
      c[at + j] = forget * c[at + j] + input * gates[from + 2 * width + j];
    }
    for (int j = 0; j < width; j++) {
      h[at + j] = (0.5f + 0.5f * gates[from + 3 * width + j]) * RationalTanh.tanh(c[at + j]);
    }
  }

  @Override
  public void reset(float[] gates, int from, int width, float[] h, float[] y, int at) {
    for (int j = 0; j < width; j++) {
      y[at + j] = (0.5f + 0.5f * gates[from + width + j]) * h[at + j];
    }
  }

  @Override
  public void resetAndAdd(float[] gates, int from, int width, float[] x, int xFrom) {
    int y = from + 2 * width;
    for (int j = 0; j < width; j++) {
      gates[y + j] = x[xFrom + j] + (0.5f + 0.5f * gates[from + width + j]) * gates[y + j];
    }
  }

  @Override
  public void gru(float[] gates, int from, int width, float[] h, int at) {
    for (int j = 0; j < width; j++) {
      float update = 0.5f + 0.5f * gates[from + j];
      float candidate = gates[from + 2 * width + j];
      h[at + j] = candidate + update * (h[at + j] - candidate);
    }
  }

  @Override
  public void max(float[] values, int from, float[] max, int at, int count) {
    for (int j = 0; j < count; j++) {
      max[at + j] = Math.max(max[at + j], values[from + j]);
    }
  }

  @Override
  public void add(float[] values, int from, float[] sum, int at, int count) {
    for (int j = 0; j < count; j++) {
      sum[at + j] += values[from + j];
    }
  }
}
