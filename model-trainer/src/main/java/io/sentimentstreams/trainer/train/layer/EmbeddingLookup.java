package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import java.util.List;

/** Embedding layer with word dropout, and its gradient. Not thread-safe. */
public final class EmbeddingLookup {

  private final int width;
  private final int start;
  private final WordDropout dropout;
  private final Activations output = new Activations();
  private int[] ids = new int[0];
  private float[] factors = new float[0];

  /**
   * Creates a lookup.
   *
   * @param width length of a vector
   * @param start offset of the vectors in the parameters
   * @param dropout word dropout
   */
  public EmbeddingLookup(int width, int start, WordDropout dropout) {
    this.width = width;
    this.start = start;
    this.dropout = dropout;
  }

  /** Returns the vectors of a batch in packed order. */
  public Activations forward(PackedSequences packing, List<int[]> sequences, float[] parameters) {
    int rows = packing.rows();
    output.resize(rows, width);
    if (ids.length < rows) {
      ids = new int[rows];
      factors = new float[rows];
    }
    boolean drops = dropout.begin(packing.sequences());
    for (int t = 0; t < packing.steps(); t++) {
      int first = packing.offset(t);
      for (int r = 0; r < packing.active(t); r++) {
        int id = sequences.get(packing.source(r))[t];
        ids[first + r] = id;
        System.arraycopy(
            parameters, start + id * width, output.values(), (first + r) * width, width);
        if (drops) {
          factors[first + r] = dropout.factor(r, id);
          scale(output.values(), first + r);
        }
      }
    }
    return output;
  }

  private void scale(float[] values, int row) {
    for (int j = row * width; j < (row + 1) * width; j++) {
      values[j] *= factors[row];
    }
  }

  /** Adds each row's gradient to the gradient of its token's vector. */
  public void backward(PackedSequences packing, Activations outputGradient, float[] gradients) {
    float[] dy = outputGradient.values();
    for (int row = 0; row < packing.rows(); row++) {
      int to = start + ids[row] * width;
      int from = row * width;
      float factor = dropout.isActive() ? factors[row] : 1;
      for (int j = 0; j < width; j++) {
        gradients[to + j] += factor * dy[from + j];
      }
    }
  }
}
