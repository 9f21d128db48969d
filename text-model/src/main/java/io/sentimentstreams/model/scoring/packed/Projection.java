package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.kernel.MatrixProducts;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;

/** Contribution of inputs to a recurrence's gates: {@code x·W + b}. Not thread-safe. */
final class Projection {

  private final PackedMatrix kernel;
  private final MatrixProducts products;
  private final float[] bias;
  private final int atOnce;

  /**
   * Creates a projection.
   *
   * @param bias gate row
   * @param atOnce number of products per run
   */
  Projection(PackedMatrix kernel, float[] bias, int atOnce) {
    this.kernel = kernel;
    products = kernel.newProducts(kernel.rows(), kernel.width());
    this.bias = bias;
    this.atOnce = atOnce;
  }

  /**
   * Writes gate rows.
   *
   * @param x inputs, side by side
   * @param count number of inputs
   * @param rows receives {@code count} gate rows
   * @param to start of the first row
   */
  void write(float[] x, int count, float[] rows, int to) {
    int width = kernel.width();
    for (int first = 0; first < count; first += atOnce) {
      int some = Math.min(atOnce, count - first);
      int at = to + first * width;
      for (int t = 0; t < some; t++) {
        System.arraycopy(bias, 0, rows, at + t * width, width);
      }
      products.add(x, first * kernel.rows(), some, rows, at, 0);
    }
  }
}
