package io.sentimentstreams.trainer.onnx.importer;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Cell;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.DirectionWeights;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;

/**
 * Weights of one direction in the order of Keras: width x (gates * units).
 *
 * @param kernel weights of the input
 * @param recurrent weights of the hidden state
 * @param bias one row, or one for the input and one for the hidden state
 */
@SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
record RecurrentWeights(float[] kernel, float[] recurrent, float[] bias) {

  static RecurrentWeights of(Recurrence layer, DirectionWeights onnx, int biasRows) {
    int[] gates = gates(layer.cell());
    int units = layer.units();
    int columns = gates.length * units;
    float[] matrix = transposed(onnx.kernel(), layer.input().width(), units, gates);
    // The input may be a linear function of the layer before.
    Columns input = layer.input().times(matrix, columns);
    float[] added = input.bias();
    float[] bias = new float[biasRows * columns];
    for (int column = 0; column < columns; column++) {
      int row = row(column, units, gates);
      double ofInput = (double) onnx.bias()[row] + added[column];
      double ofState = onnx.bias()[columns + row];
      if (biasRows == 1) {
        bias[column] = (float) (ofInput + ofState);
      } else {
        bias[column] = (float) ofInput;
        bias[columns + column] = (float) ofState;
      }
    }
    return new RecurrentWeights(
        input.matrix(), transposed(onnx.recurrent(), units, units, gates), bias);
  }

  /** Returns the index of the ONNX gate for each Keras gate. */
  private static int[] gates(Cell cell) {
    return switch (cell) {
      case RNN -> new int[] {0};
      // ONNX: input, output, forget, candidate; Keras: input, forget, candidate, output.
      case LSTM -> new int[] {0, 2, 3, 1};
      case GRU -> new int[] {0, 1, 2};
    };
  }

  private static int row(int column, int units, int[] gates) {
    return gates[column / units] * units + column % units;
  }

  private static float[] transposed(float[] onnx, int width, int units, int[] gates) {
    int columns = gates.length * units;
    float[] keras = new float[onnx.length];
    for (int column = 0; column < columns; column++) {
      int row = row(column, units, gates);
      for (int i = 0; i < width; i++) {
        keras[i * columns + column] = onnx[row * width + i];
      }
    }
    return keras;
  }
}
