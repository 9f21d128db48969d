package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.MatrixProduct;
import java.util.Arrays;

/** Recurrent layer in one direction, and its gradient through time. */
public final class TrainableRecurrence implements TrainableLayer {

  /** Reading direction. */
  public enum Direction {
    FORWARD,
    BACKWARD
  }

  /** Output of the hidden states of all timesteps or of the last computed one. */
  public enum Output {
    SEQUENCE,
    LAST_STATE
  }

  /**
   * Dimensions and parameter offsets of a recurrent layer.
   *
   * @param inputSize width of the input
   * @param units width of the hidden state
   * @param gates number of gates
   * @param kernel offset of the kernel in the parameters
   * @param bias offset of the bias in the parameters
   */
  public record Shape(int inputSize, int units, int gates, int kernel, int bias) {

    int width() {
      return gates * units;
    }
  }

  private final Shape shape;
  private final TrainableCell cell;
  private final Direction direction;
  private final Output kind;
  private final Dropout inputDropout;
  private final MatrixProduct product;
  private final RecurrentCache cache = new RecurrentCache();
  private final Activations lastStates = new Activations();
  private final Activations inputGradient = new Activations();
  private Activations input = new Activations();

  public TrainableRecurrence(
      Shape shape,
      TrainableCell cell,
      Direction direction,
      Output kind,
      Dropout inputDropout,
      MatrixProduct product) {
    this.shape = shape;
    this.cell = cell;
    this.direction = direction;
    this.kind = kind;
    this.inputDropout = inputDropout;
    this.product = product;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations newInput, float[] parameters) {
    input = inputDropout.forward(packing, newInput, parameters);
    int rows = packing.rows();
    int width = shape.width();
    cache.resize(rows, shape.units(), width);
    float[] sums = cache.sums();
    product.multiply(
        rows, width, shape.inputSize(), input.values(), parameters, shape.kernel(), sums);
    addBias(parameters, sums, rows);
    cell.begin(packing, cache, parameters);
    for (int i = 0; i < packing.steps(); i++) {
      Timestep step = step(packing, i);
      cache.loadPrevious(step);
      cell.forward(cache, step);
    }
    return kind == Output.SEQUENCE ? cache.hiddenActivations() : gatherLastStates(packing);
  }

  private void addBias(float[] parameters, float[] sums, int rows) {
    int width = shape.width();
    int bias = shape.bias();
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      for (int j = 0; j < width; j++) {
        sums[from + j] += parameters[bias + j];
      }
    }
  }

  /** Returns the i-th timestep in reading order. */
  private Timestep step(PackedSequences packing, int i) {
    boolean backwards = direction == Direction.BACKWARD;
    return Timestep.of(packing, backwards ? packing.steps() - 1 - i : i, backwards);
  }

  private int lastRow(PackedSequences packing, int sequence) {
    return direction == Direction.BACKWARD ? sequence : packing.lastRow(sequence);
  }

  private Activations gatherLastStates(PackedSequences packing) {
    int units = shape.units();
    lastStates.resize(packing.sequences(), units);
    for (int r = 0; r < packing.sequences(); r++) {
      System.arraycopy(
          cache.hidden(), lastRow(packing, r) * units, lastStates.values(), r * units, units);
    }
    return lastStates;
  }

  @Override
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    spreadGradient(packing, outputGradient);
    for (int i = packing.steps() - 1; i >= 0; i--) {
      cell.backward(cache, step(packing, i));
    }
    cell.finish(packing, cache, gradients);
    int rows = packing.rows();
    int width = shape.width();
    float[] dSums = cache.sums();
    addBiasGradient(dSums, rows, gradients);
    product.addTransposedProduct(
        shape.inputSize(), width, rows, input.values(), dSums, gradients, shape.kernel());
    inputGradient.resize(rows, shape.inputSize());
    product.multiplyTransposed(
        rows, shape.inputSize(), width, dSums, parameters, shape.kernel(), inputGradient.values());
    return inputDropout.backward(packing, inputGradient, parameters, gradients);
  }

  private void spreadGradient(PackedSequences packing, Activations outputGradient) {
    int units = shape.units();
    float[] dh = cache.hiddenGradient();
    if (kind == Output.SEQUENCE) {
      System.arraycopy(outputGradient.values(), 0, dh, 0, outputGradient.size());
      return;
    }
    Arrays.fill(dh, 0, packing.rows() * units, 0);
    for (int r = 0; r < packing.sequences(); r++) {
      System.arraycopy(outputGradient.values(), r * units, dh, lastRow(packing, r) * units, units);
    }
  }

  private void addBiasGradient(float[] dSums, int rows, float[] gradients) {
    int width = shape.width();
    int bias = shape.bias();
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      for (int j = 0; j < width; j++) {
        gradients[bias + j] += dSums[from + j];
      }
    }
  }
}
