package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * What flows between layers, forward as values and backward as gradients: rows of features. A
 * sequence has {@link PackedSequences#rows()} rows, a vector {@link PackedSequences#sequences()}.
 */
public final class Activations {

  private float[] values = new float[0];
  private int rows;
  private int width;

  /** Makes room; what the elements hold is undefined. */
  public Activations resize(int newRows, int newWidth) {
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
