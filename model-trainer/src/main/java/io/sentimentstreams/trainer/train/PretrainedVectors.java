package io.sentimentstreams.trainer.train;

/**
 * Word vectors that a training begins with.
 *
 * @param values one vector for each token index, side by side; not changed
 * @param width of a vector
 * @param tuning what training does to them
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers: a list of boxes would not fit.
public record PretrainedVectors(float[] values, int width, Tuning tuning) {

  /** What training does to word vectors that it was given. */
  public enum Tuning {
    /** They stay as they are. */
    FROZEN,
    /** They are trained as if they had been drawn. */
    FINE_TUNED
  }

  public PretrainedVectors {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "%d numbers are no vectors of width %d".formatted(values.length, width));
    }
  }

  /** Puts the vectors where a network's embedding has its own. */
  void writeTo(float[] parameters, ParameterLayout layout) {
    int inputDim = layout.network().embedding().inputDim();
    int outputDim = layout.network().embedding().outputDim();
    if (outputDim != width || values.length != inputDim * width) {
      throw new IllegalArgumentException(
          "the embedding has %d vectors of width %d, was given %d of width %d"
              .formatted(inputDim, outputDim, values.length / width, width));
    }
    System.arraycopy(values, 0, parameters, layout.embeddingOffset(), values.length);
  }
}
