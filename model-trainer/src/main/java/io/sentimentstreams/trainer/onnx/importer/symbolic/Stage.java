package io.sentimentstreams.trainer.onnx.importer.symbolic;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import java.util.Arrays;
import java.util.List;

/** A step of the computation whose result no linear function of an earlier result can replace. */
public sealed interface Stage {

  /** Returns the number of features. */
  int width();

  /** Returns whether the features exist for each timestep. */
  boolean isSequence();

  /** Returns whether padding after a text changes no feature of the text's own timesteps. */
  default boolean ignoresPaddingAfterText() {
    return true;
  }

  /**
   * Vectors of the tokens.
   *
   * @param table vocabulary x width
   */
  record TokenVectors(Constant table) implements Stage {

    @Override
    public int width() {
      return table.shape()[1];
    }

    public int tokens() {
      return table.shape()[0];
    }

    @Override
    public boolean isSequence() {
      return true;
    }
  }

  /** Kind of a recurrent layer. */
  enum Cell {
    RNN(1),
    LSTM(4),
    GRU(3);

    private final int gates;

    Cell(int gates) {
      this.gates = gates;
    }

    public int gates() {
      return gates;
    }
  }

  /**
   * Recurrent layer. The features are those of the forward direction, then those of the backward
   * direction.
   *
   * @param cell kind
   * @param name name of the node
   * @param input features of the input
   * @param units width of the hidden state
   * @param weights forward direction, and backward direction if there is one
   * @param resetAfter whether a GRU applies its reset gate after the matrix product
   * @param readsLengths whether the layer stops at the length of each text
   */
  record Recurrence(
      Cell cell,
      String name,
      Columns input,
      int units,
      List<DirectionWeights> weights,
      boolean resetAfter,
      boolean readsLengths)
      implements Stage {

    public Recurrence {
      weights = List.copyOf(weights);
    }

    public boolean isBidirectional() {
      return weights.size() == 2;
    }

    @Override
    public boolean ignoresPaddingAfterText() {
      return readsLengths || (!isBidirectional() && input.stage().ignoresPaddingAfterText());
    }

    @Override
    public int width() {
      return weights.size() * units;
    }

    @Override
    public boolean isSequence() {
      return true;
    }
  }

  /**
   * Weights of one direction as in ONNX: gates * units rows.
   *
   * @param kernel gates * units x input width
   * @param recurrent gates * units x units
   * @param bias biases of the input, then those of the hidden state
   */
  @SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
  record DirectionWeights(float[] kernel, float[] recurrent, float[] bias) {

    public static DirectionWeights zeros(int rows, int width, int units) {
      return new DirectionWeights(
          new float[Constant.size(rows, width)],
          new float[Constant.size(rows, units)],
          new float[2 * rows]);
    }

    boolean isZero() {
      return isZero(kernel) && isZero(recurrent) && isZero(bias);
    }

    private static boolean isZero(float[] values) {
      return Arrays.equals(values, new float[values.length]);
    }
  }

  /** Directions of a recurrent layer, merged element by element. */
  record Merged(Recurrence source, MergeMode mode) implements Stage {

    @Override
    public boolean ignoresPaddingAfterText() {
      return source.ignoresPaddingAfterText();
    }

    @Override
    public int width() {
      return source.units();
    }

    @Override
    public boolean isSequence() {
      return true;
    }
  }

  /** How a sequence becomes a vector. */
  enum Over {
    /** State after all timesteps, of each direction. */
    LAST,
    MEAN,
    MAX,
    FLATTEN
  }

  /**
   * A vector from a sequence.
   *
   * @param steps fixed number of timesteps for {@code FLATTEN}, otherwise 1
   * @param readsPadding whether padding changes the vector, in a graph with a fixed number of
   *     timesteps
   */
  record Reduction(Over over, Stage source, int steps, boolean readsPadding) implements Stage {

    @Override
    public int width() {
      return Math.multiplyExact(source.width(), steps);
    }

    @Override
    public boolean isSequence() {
      return false;
    }
  }

  /** Activation function of a vector. */
  record Activated(Columns input, Dense.Activation function) implements Stage {

    @Override
    public int width() {
      return input.width();
    }

    @Override
    public boolean isSequence() {
      return false;
    }
  }
}
