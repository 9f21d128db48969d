package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.scoring.reference.ActivationFunctions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns.Column;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.TokenVectors;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators of dense layers: matrix products, activation functions and normalization. */
public final class LayerOperators {

  private static final float DEFAULT_EPSILON = 1e-5f;
  private static final float SELU_ALPHA = 1.6732632f;
  private static final float SELU_GAMMA = 1.050701f;

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Gemm", node -> List.of(gemm(node)));
    operators.put("MatMul", node -> List.of(matMul(node)));
    operators.put("Relu", node -> List.of(relu(node, features(node))));
    operators.put("Tanh", node -> List.of(activated(node, features(node), Dense.Activation.TANH)));
    operators.put(
        "Sigmoid", node -> List.of(activated(node, features(node), Dense.Activation.SIGMOID)));
    operators.put("Elu", node -> List.of(plain(node, Dense.Activation.ELU, "alpha", 1)));
    operators.put("Selu", node -> List.of(selu(node)));
    operators.put(
        "Softplus", node -> List.of(activated(node, features(node), Dense.Activation.SOFTPLUS)));
    operators.put(
        "Softsign", node -> List.of(activated(node, features(node), Dense.Activation.SOFTSIGN)));
    operators.put("Gelu", node -> List.of(gelu(node)));
    operators.put("Softmax", node -> List.of(softmax(node, false)));
    operators.put("LogSoftmax", node -> List.of(softmax(node, true)));
    operators.put("Exp", node -> List.of(exp(node)));
    operators.put("ArgMax", node -> List.of(argMax(node)));
    operators.put("BatchNormalization", node -> List.of(batchNormalization(node)));
  }

  private static Activations features(Node node) {
    if (node.input(0) instanceof Activations activations) {
      return activations;
    }
    throw node.refused("reads no features", "Use a chain of layers");
  }

  private static Value gemm(Node node) {
    Activations value = features(node);
    if (node.number("transA", 0) != 0 || value.axes().size() != 2) {
      throw node.refused("transposes its input", "Use a linear layer");
    }
    Activations product =
        product(node, value, oriented(node.constant(1), node.number("transB", 0) != 0));
    float alpha = node.real("alpha", 1);
    Activations scaled =
        alpha == 1 ? product : product.map(part -> part.map(column -> column.scaled(alpha)));
    return node.optionalConstant(2)
        .map(bias -> biased(node, scaled, bias, node.real("beta", 1)))
        .orElse(scaled);
  }

  private static Activations biased(Node node, Activations value, Constant bias, float beta) {
    Constant factor = Constant.floats(new int[0], new float[] {beta});
    Constant scaled =
        beta == 1
            ? bias
            : Constant.zip(bias, factor, Value.Kind.FLOAT, (a, b) -> a.scaled(b.constant()));
    return (Activations) Arithmetic.ADD.apply(node, value, scaled);
  }

  private static Value matMul(Node node) {
    return product(node, features(node), node.constant(1));
  }

  private static Constant oriented(Constant matrix, boolean transposed) {
    if (!transposed || matrix.rank() != 2) {
      return matrix;
    }
    int[] shape = matrix.shape();
    return matrix.pick(
        new int[] {shape[1], shape[0]}, new Positions(shape).transposed(new int[] {1, 0}));
  }

  private static Activations product(Node node, Activations value, Constant matrix) {
    int last = value.axes().size() - 1;
    if (matrix.rank() != 2 || last < 0 || !value.axes().get(last).is(Role.FEATURES)) {
      throw node.refused(
          "multiplies %s and %s".formatted(Axis.describe(value.axes()), matrix.dims()),
          "Use a linear layer over the features");
    }
    int outputs = matrix.shape()[1];
    float[] weights = matrix.floats();
    List<Axis> axes = new ArrayList<>(value.axes());
    axes.set(last, Axis.features(outputs));
    return value.map(part -> part.times(weights, outputs)).withAxes(axes);
  }

  static Activations relu(Node node, Activations value) {
    return activated(node, value, Dense.Activation.RELU);
  }

  private static Activations plain(
      Node node, Dense.Activation function, String attribute, float expected) {
    float found = node.real(attribute, expected);
    if (found != expected) {
      throw node.refused("has %s %s".formatted(attribute, found), "Use " + expected);
    }
    return activated(node, features(node), function);
  }

  private static Activations selu(Node node) {
    if (node.real("alpha", SELU_ALPHA) != SELU_ALPHA
        || node.real("gamma", SELU_GAMMA) != SELU_GAMMA) {
      throw node.refused("has an own alpha or gamma", "Use the default values");
    }
    return activated(node, features(node), Dense.Activation.SELU);
  }

  private static Activations gelu(Node node) {
    if (!node.text("approximate", "none").equals("none")) {
      throw node.refused("has an approximation", "Use Gelu without approximation");
    }
    return activated(node, features(node), Dense.Activation.GELU);
  }

  private static Activations activated(Node node, Activations value, Dense.Activation function) {
    Columns columns = value.columns(node);
    if (columns.stage() instanceof TokenVectors vectors) {
      return value.withParts(
          value.axes(), List.of(Columns.of(tokenVectors(vectors, columns, function))));
    }
    if (columns.stage().isSequence()) {
      throw node.refused("is applied to each timestep", "Apply it after the pooling over time");
    }
    return value.withParts(value.axes(), List.of(Columns.of(new Activated(columns, function))));
  }

  /** Returns vectors of tokens after a function of each vector. */
  static TokenVectors tokenVectors(
      TokenVectors vectors, Columns columns, Dense.Activation function) {
    float[] source = vectors.table().floats();
    int width = columns.width();
    float[] table = new float[Constant.size(vectors.tokens(), width)];
    double[] row = new double[width];
    for (int token = 0; token < vectors.tokens(); token++) {
      columns.apply(source, token * vectors.width(), row);
      for (int i = 0; i < width; i++) {
        table[token * width + i] = (float) ActivationFunctions.apply(function, row[i]);
      }
    }
    return new TokenVectors(Constant.floats(new int[] {vectors.tokens(), width}, table));
  }

  private static Value softmax(Node node, boolean logarithm) {
    Activations value = features(node);
    int rank = value.axes().size();
    int axis = node.axis(node.number("axis", node.operatorSet() < 13 ? 1 : -1), rank);
    if (!value.axes().get(axis).is(Role.FEATURES)
        || (node.operatorSet() < 13 && axis != rank - 1)) {
      throw node.refused("has axis %d".formatted(axis), "Use the axis of the classes");
    }
    return new Scores(value.axes(), value.columns(node), logarithm);
  }

  private static Value exp(Node node) {
    if (node.input(0) instanceof Scores scores && scores.logarithm()) {
      return new Scores(scores.axes(), scores.logits(), false);
    }
    throw node.refused("reads features", "Use Relu, Tanh or Sigmoid");
  }

  /** Passes the scores through: the class with the largest score stays the same. */
  private static Value argMax(Node node) {
    Value value = node.input(0);
    List<Axis> axes = value instanceof Scores scores ? scores.axes() : features(node).axes();
    int axis = node.axis(node.number("axis", 0), axes.size());
    if (!axes.get(axis).is(Role.FEATURES) || axes.get(axis).size().is(1)) {
      throw node.refused("has axis %d".formatted(axis), "Use the axis of the classes");
    }
    return value;
  }

  private static Value batchNormalization(Node node) {
    Activations value = features(node);
    if (node.number("training_mode", 0) != 0) {
      throw node.refused("is in training mode", "Call model.eval() before the export");
    }
    if (value.axes().size() < 2 || !value.axes().get(1).is(Role.FEATURES)) {
      throw node.refused("does not read features on axis 1", "Use BatchNorm1d over the features");
    }
    float[] scale = node.constant(1).floats();
    float[] bias = node.constant(2).floats();
    float[] mean = node.constant(3).floats();
    float[] variance = node.constant(4).floats();
    float epsilon = node.real("epsilon", DEFAULT_EPSILON);
    Columns columns = value.columns(node);
    for (float[] each : List.of(scale, bias, mean, variance)) {
      if (each.length != columns.width()) {
        throw node.refused(
            "has %d numbers for %d features".formatted(each.length, columns.width()),
            "Export the model again");
      }
    }
    List<Column> normalized = new ArrayList<>();
    for (int i = 0; i < columns.width(); i++) {
      double factor = scale[i] / Math.sqrt((double) variance[i] + epsilon);
      normalized.add(columns.columns().get(i).scaled(factor).plus(bias[i] - mean[i] * factor));
    }
    return value.withParts(value.axes(), List.of(new Columns(columns.stage(), normalized)));
  }
}
