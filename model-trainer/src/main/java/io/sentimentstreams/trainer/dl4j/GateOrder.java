package io.sentimentstreams.trainer.dl4j;

/** Order of the gates of an LSTM in the columns of its matrices. */
final class GateOrder {

  /** Keras' input, forget, candidate, output, as positions in Deeplearning4j's order. */
  private static final int[] KERAS = {3, 1, 0, 2};

  /** Deeplearning4j's candidate, forget, output, input, as positions in Keras' order. */
  private static final int[] DL4J = {2, 1, 3, 0};

  private GateOrder() {}

  /** Returns a matrix of Deeplearning4j with the gates in Keras' order. */
  static float[] toKeras(float[] matrix, int units) {
    return reordered(matrix, units, KERAS);
  }

  /** Returns a matrix of Keras with the gates in Deeplearning4j's order. */
  static float[] toDl4j(float[] matrix, int units) {
    return reordered(matrix, units, DL4J);
  }

  private static float[] reordered(float[] matrix, int units, int[] order) {
    int width = order.length * units;
    float[] result = new float[matrix.length];
    for (int row = 0; row < matrix.length; row += width) {
      for (int gate = 0; gate < order.length; gate++) {
        System.arraycopy(matrix, row + order[gate] * units, result, row + gate * units, units);
      }
    }
    return result;
  }
}
