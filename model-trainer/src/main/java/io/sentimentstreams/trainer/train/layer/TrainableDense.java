package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import io.sentimentstreams.trainer.train.math.MatrixProduct;
import java.util.EnumSet;
import java.util.Set;

/** Dense layer {@code y = activation(x·W + b)} on vectors, and its gradient. */
public final class TrainableDense implements TrainableLayer {

  private static final Set<Activation> TRAINABLE =
      EnumSet.of(Activation.LINEAR, Activation.RELU, Activation.TANH, Activation.SIGMOID);

  private final int inputSize;
  private final int units;
  private final Activation activation;
  private final int kernel;
  private final int bias;
  private final MatrixProduct product;
  private final Activations output = new Activations();
  private final Activations inputGradient = new Activations();
  private final Activations sumGradient = new Activations();
  private Activations input = new Activations();

  /**
   * Creates a dense layer.
   *
   * @param activation LINEAR for the last layer, whose sigmoid or softmax is part of the loss
   * @param kernel offset of the kernel in the parameters
   * @param bias offset of the bias in the parameters
   */
  public TrainableDense(
      int inputSize,
      int units,
      Activation activation,
      int kernel,
      int bias,
      MatrixProduct product) {
    if (!TRAINABLE.contains(activation)) {
      throw new IllegalArgumentException("Activation cannot be trained: " + activation);
    }
    this.inputSize = inputSize;
    this.units = units;
    this.activation = activation;
    this.kernel = kernel;
    this.bias = bias;
    this.product = product;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations newInput, float[] parameters) {
    input = newInput;
    int rows = input.rows();
    output.resize(rows, units);
    float[] y = output.values();
    product.multiply(rows, units, inputSize, input.values(), parameters, kernel, y);
    for (int i = 0; i < rows * units; i++) {
      y[i] = activate(y[i] + parameters[bias + i % units]);
    }
    return output;
  }

  private float activate(float sum) {
    return switch (activation) {
      case LINEAR -> sum;
      case RELU -> Math.max(0, sum);
      case TANH -> GateFunctions.tanh(sum);
      case SIGMOID -> 0.5f + 0.5f * GateFunctions.tanh(0.5f * sum);
      case SOFTMAX -> throw new AssertionError("softmax is part of the loss");
      case ELU, SELU, SOFTPLUS, SOFTSIGN, SILU, GELU -> throw new AssertionError(activation);
    };
  }

  /** Returns the derivative of the activation function from its value. */
  private float derivative(float y) {
    return switch (activation) {
      case LINEAR -> 1;
      case RELU -> y > 0 ? 1 : 0;
      case TANH -> 1 - y * y;
      case SIGMOID -> y * (1 - y);
      case SOFTMAX -> throw new AssertionError("softmax is part of the loss");
      case ELU, SELU, SOFTPLUS, SOFTSIGN, SILU, GELU -> throw new AssertionError(activation);
    };
  }

  @Override
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    int rows = input.rows();
    float[] sum = sumGradient.resize(rows, units).values();
    for (int i = 0; i < rows * units; i++) {
      sum[i] = outputGradient.values()[i] * derivative(output.values()[i]);
      gradients[bias + i % units] += sum[i];
    }
    product.addTransposedProduct(inputSize, units, rows, input.values(), sum, gradients, kernel);
    inputGradient.resize(rows, inputSize);
    product.multiplyTransposed(
        rows, inputSize, units, sum, parameters, kernel, inputGradient.values());
    return inputGradient;
  }
}
