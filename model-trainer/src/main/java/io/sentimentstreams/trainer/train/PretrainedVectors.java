package io.sentimentstreams.trainer.train;

/**
 * Pretrained word vectors for an embedding.
 *
 * @param values concatenated vectors, one per token index; not modified
 * @param width of a vector
 * @param tuning whether training updates them
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers: a list of boxes would not fit.
public record PretrainedVectors(float[] values, int width, Tuning tuning) {

  /** Treatment of pretrained vectors in training. */
  public enum Tuning {
    /** Vectors are not updated. */
    FROZEN,
    /** Vectors are updated like other weights. */
    FINE_TUNED
  }

  public PretrainedVectors {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "Invalid number of vector elements: %d. Use a multiple of the width %d."
              .formatted(values.length, width));
    }
  }

  /** Writes the vectors to the parameters of the embedding. */
  void writeTo(float[] parameters, ParameterLayout layout) {
    int inputDim = layout.network().embedding().inputDim();
    int outputDim = layout.network().embedding().outputDim();
    if (outputDim != width || values.length != inputDim * width) {
      throw new IllegalArgumentException(
          "Invalid pretrained vectors: %d of width %d. Use %d of width %d."
              .formatted(values.length / width, width, inputDim, outputDim));
    }
    System.arraycopy(values, 0, parameters, layout.embeddingOffset(), values.length);
  }
}
