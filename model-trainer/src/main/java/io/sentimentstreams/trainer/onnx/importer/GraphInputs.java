package io.sentimentstreams.trainer.onnx.importer;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Inputs of a graph: token indices, and lengths or a mask of texts without padding. */
final class GraphInputs {

  private GraphInputs() {}

  static List<ValueInfoProto> inputs(GraphProto graph) {
    Set<String> weights =
        graph.getInitializerList().stream()
            .map(tensor -> tensor.getName())
            .collect(Collectors.toSet());
    return graph.getInputList().stream()
        .filter(input -> !weights.contains(input.getName()))
        .toList();
  }

  static ValueInfoProto ids(List<ValueInfoProto> inputs, Optional<String> name) {
    List<ValueInfoProto> candidates =
        inputs.stream()
            .filter(input -> name.map(input.getName()::equals).orElse(!isPadding(input)))
            .toList();
    String found = inputs.stream().map(GraphInputs::described).collect(Collectors.joining(", "));
    if (candidates.size() != 1) {
      throw new UnsupportedOnnxModelException(
          "%d inputs can have the token indices; the inputs are %s"
              .formatted(candidates.size(), found.isEmpty() ? "missing" : found),
          "Use --input with the name of an input of type int64 and shape batch x steps");
    }
    ValueInfoProto ids = candidates.get(0);
    if (!isInteger(ids) || rank(ids) != 2) {
      throw new UnsupportedOnnxModelException(
          "the input is %s, not token indices".formatted(described(ids)),
          "Export a model whose input is int64, batch x steps; models of word counts or vectors are not supported");
    }
    return ids;
  }

  private static boolean isPadding(ValueInfoProto input) {
    String name = input.getName().toLowerCase(Locale.ROOT);
    return (rank(input) == 1 && isInteger(input)) || name.contains("mask") || name.contains("len");
  }

  private static boolean isInteger(ValueInfoProto input) {
    DataType type = DataType.forNumber(input.getType().getTensorType().getElemType());
    return type == DataType.INT64 || type == DataType.INT32;
  }

  private static int rank(ValueInfoProto input) {
    return input.getType().getTensorType().getShape().getDimCount();
  }

  private static String described(ValueInfoProto input) {
    DataType type = DataType.forNumber(input.getType().getTensorType().getElemType());
    String shape =
        input.getType().getTensorType().getShape().getDimList().stream()
            .map(dim -> dim.hasDimValue() ? Long.toString(dim.getDimValue()) : dim.getDimParam())
            .collect(Collectors.joining(" x "));
    return Node.printable("%s (%s, %s)".formatted(input.getName(), type, shape));
  }

  static Optional<Integer> length(ValueInfoProto input, int axis) {
    TensorShapeProto.Dimension dim = input.getType().getTensorType().getShape().getDim(axis);
    if (!dim.hasDimValue()) {
      return Optional.empty();
    }
    if (dim.getDimValue() < 1 || dim.getDimValue() > 1_000_000) {
      throw new UnsupportedOnnxModelException(
          "the input is " + described(input), "Export the model with dynamic axes");
    }
    return Optional.of((int) dim.getDimValue());
  }

  /** Returns the value of lengths or a mask for texts without padding. */
  static Value padding(
      ValueInfoProto input, List<Role> layout, Amount batch, Assumptions assumptions) {
    DataType type = DataType.forNumber(input.getType().getTensorType().getElemType());
    Kind kind =
        type == DataType.BOOL
            ? Kind.BOOL
            : (type == DataType.INT64 || type == DataType.INT32) ? Kind.INTEGER : Kind.FLOAT;
    if (rank(input) == 1 && kind == Kind.INTEGER) {
      assumptions.lengths();
      return new Splat(kind, Amount.STEPS, List.of(batch), true);
    }
    if (rank(input) == 2 && input.getName().toLowerCase(Locale.ROOT).contains("mask")) {
      assumptions.lengths();
      return new Splat(
          kind,
          Amount.ONE,
          layout.stream().map(role -> role == Role.BATCH ? batch : assumptions.steps()).toList(),
          true);
    }
    return new Value.Unusable(
        "the input " + described(input),
        "Export a model that reads token indices, and lengths or a mask if needed");
  }
}
