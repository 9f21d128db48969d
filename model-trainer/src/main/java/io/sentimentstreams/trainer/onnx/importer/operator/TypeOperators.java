package io.sentimentstreams.trainer.onnx.importer.operator;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.List;
import java.util.Map;

/** Conversions to other types. */
public final class TypeOperators {

  private static final String CHAIN = "Use a chain of layers";

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Cast", node -> List.of(cast(node, kind(node))));
    operators.put("CastLike", node -> List.of(castLike(node)));
  }

  private static Kind kind(Node node) {
    DataType type = DataType.forNumber((int) node.number("to", 0));
    if (type == null) {
      throw node.refused("has an unknown type", "Export the model again");
    }
    return switch (type) {
      case FLOAT, DOUBLE -> Kind.FLOAT;
      case INT64, INT32, INT16, INT8, UINT8 -> Kind.INTEGER;
      case BOOL -> Kind.BOOL;
      default ->
          throw node.refused(
              "converts to " + type, "Export a model with 32-bit floats: model.float()");
    };
  }

  private static Value cast(Node node, Kind kind) {
    Value value = node.input(0);
    if (value instanceof Constant constant) {
      return constant.as(kind);
    }
    if (value instanceof Splat splat) {
      return splat.with(kind, Constant.converted(splat.value(), kind));
    }
    boolean keeps =
        (value instanceof Activations || value instanceof Scores)
            ? kind == Kind.FLOAT
            : kind == Kind.INTEGER;
    if (!keeps) {
      throw node.refused("converts to " + kind, CHAIN);
    }
    return value;
  }

  private static Value castLike(Node node) {
    Value like = node.input(1);
    return cast(
        node,
        (like instanceof Activations || like instanceof Scores)
            ? Kind.FLOAT
            : NumberOperators.kind(like));
  }
}
