package io.sentimentstreams.trainer.dl4j;

/**
 * Deeplearning4j's parameters of all layers in one array, read from the start. Matrices are in
 * Fortran order: the first index changes fastest. Not thread-safe.
 */
final class FlatParameters {

  private final float[] values;
  private int position;

  FlatParameters(float[] values) {
    this.values = values;
  }

  /** Returns all parameters; the array is not copied. */
  float[] values() {
    return values;
  }

  /** Returns the next matrix in row-major order. */
  float[] matrix(int rows, int columns) {
    float[] matrix = new float[rows * columns];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        matrix[row * columns + column] = values[position++];
      }
    }
    return matrix;
  }

  /** Appends a matrix that is in row-major order. */
  void append(float[] matrix, int rows, int columns) {
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        values[position++] = matrix[row * columns + column];
      }
    }
  }
}
