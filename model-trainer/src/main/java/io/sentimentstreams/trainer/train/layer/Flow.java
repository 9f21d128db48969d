package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Packing;

/**
 * What flows between layers, forward as values and backward as gradients: rows of features. A
 * sequence has {@link Packing#rows()} rows, a vector {@link Packing#sequences()}.
 */
public final class Flow {

  private float[] values = new float[0];
  private int rows;
  private int width;

  /** Makes room; what the elements hold is undefined. */
  public Flow resize(int newRows, int newWidth) {
    rows = newRows;
    width = newWidth;
    if (values.length < newRows * newWidth) {
      values = new float[newRows * newWidth + newRows * newWidth / 4];
    }
    return this;
  }

  /** All elements, row-major; those past {@link #size()} are stale. */
  public float[] values() {
    return values;
  }

  int rows() {
    return rows;
  }

  public int width() {
    return width;
  }

  int size() {
    return rows * width;
  }
}
