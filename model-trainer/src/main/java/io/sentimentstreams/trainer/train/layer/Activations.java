package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * Matrix of values or gradients between layers: rows of features. Sequences have {@link
 * PackedSequences#rows()} rows, vectors have {@link PackedSequences#sequences()} rows. Not
 * thread-safe: one per worker.
 */
public final class Activations {

  private float[] values = new float[0];
  private int rows;
  private int width;

  /** Resizes the matrix; the elements are undefined. */
  public Activations resize(int newRows, int newWidth) {
    rows = newRows;
    width = newWidth;
    if (values.length < newRows * newWidth) {
      values = new float[newRows * newWidth + newRows * newWidth / 4];
    }
    return this;
  }

  /** Returns the elements in row-major order; elements beyond {@link #size()} are unused. */
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
