package io.sentimentstreams.trainer.onnx;

import static io.sentimentstreams.trainer.onnx.OnnxGraph.attribute;
import static io.sentimentstreams.trainer.onnx.OnnxGraph.attributes;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.List;

/** Translation of a network to an ONNX graph. Sequences have the shape steps x batch x width. */
final class OnnxNetwork {

  private final Model model;
  private final OnnxGraph graph = new OnnxGraph();
  private final OnnxRecurrence recurrence;
  private final OnnxTokens tokens;

  private OnnxNetwork(Model model) {
    this.model = model;
    recurrence = new OnnxRecurrence(graph, model);
    String ids = graph.input(OnnxExport.INPUT, DataType.INT64, "batch", "steps");
    tokens =
        model.network().embedding().maskZero()
            ? OnnxTokens.Masked.of(graph, ids)
            : OnnxTokens.Unmasked.of(graph, ids);
  }

  /** Returns the graph of a model. */
  static GraphProto of(Model model) {
    return new OnnxNetwork(model).build();
  }

  private GraphProto build() {
    String current = tokens.ids();
    int width = 1;
    for (Layer layer : model.network().layers()) {
      current = add(layer, current, width);
      width = layer.outputSize(width);
    }
    graph.output(OnnxExport.OUTPUT, current, "batch", width);
    return graph.build();
  }

  private String add(Layer layer, String input, int width) {
    if (layer instanceof Embedding embedding) {
      return graph.node("Gather", List.of(weight(embedding.weights(width).get(0)), input));
    }
    if (layer instanceof Recurrent recurrent) {
      String states = recurrence.add(recurrent, input, tokens.lengths(), width);
      return recurrent.returnSequences() ? states : tokens.zeroWhereEmpty(graph, states);
    }
    if (layer instanceof Backwards backwards) {
      String states = recurrence.add(backwards, input, tokens.lengths(), width);
      return backwards.cell().returnSequences() ? states : tokens.zeroWhereEmpty(graph, states);
    }
    if (layer instanceof Bidirectional bidirectional) {
      String states = recurrence.add(bidirectional, input, tokens.lengths(), width);
      return bidirectional.cell().returnSequences() ? states : tokens.zeroWhereEmpty(graph, states);
    }
    if (layer instanceof GlobalMaxPooling) {
      return maxOverTime(input);
    }
    if (layer instanceof GlobalAveragePooling) {
      return meanOverTime(input);
    }
    if (layer instanceof Flatten flatten) {
      return flatten(flatten, input, width);
    }
    if (layer instanceof Dense dense) {
      return dense(dense, input, width);
    }
    throw new AssertionError("unknown layer: " + layer);
  }

  private String weight(WeightSpec spec) {
    return graph.floats(spec.name(), spec.shape(), model.weight(spec.name()));
  }

  private String maxOverTime(String input) {
    if (!(tokens instanceof OnnxTokens.Masked masked)) {
      return overTime("ReduceMax", input);
    }
    String lowest = graph.constant(-Float.MAX_VALUE);
    String present = graph.node("Where", List.of(masked.present(), input, lowest));
    return masked.zeroWhereEmpty(graph, overTime("ReduceMax", present));
  }

  private String meanOverTime(String input) {
    if (!(tokens instanceof OnnxTokens.Masked masked)) {
      return overTime("ReduceMean", input);
    }
    String present = graph.node("Where", List.of(masked.present(), input, graph.constant(0)));
    String sum =
        graph.node("ReduceSum", List.of(present, graph.constants(0)), attribute("keepdims", 0));
    String lengths =
        graph.node("Cast", List.of(masked.lengths()), attribute("to", DataType.FLOAT.getNumber()));
    String column = graph.node("Unsqueeze", List.of(lengths, graph.constants(1)));
    return graph.node("Div", List.of(sum, column));
  }

  private String flatten(Flatten layer, String input, int width) {
    String batchFirst = graph.node("Transpose", List.of(input), attributes("perm", 1, 0, 2));
    String shape = graph.constants(-1, layer.outputSize(width));
    return graph.node("Reshape", List.of(batchFirst, shape));
  }

  private String overTime(String operation, String input) {
    return graph.node(operation, List.of(input), attributes("axes", 0), attribute("keepdims", 0));
  }

  private String dense(Dense layer, String input, int width) {
    List<WeightSpec> weights = layer.weights(width);
    String sums =
        graph.node("Gemm", List.of(input, weight(weights.get(0)), weight(weights.get(1))));
    return switch (layer.activation()) {
      case LINEAR -> sums;
      case RELU -> graph.node("Relu", List.of(sums));
      case TANH -> graph.node("Tanh", List.of(sums));
      case SIGMOID -> graph.node("Sigmoid", List.of(sums));
      case SOFTMAX -> graph.node("Softmax", List.of(sums), attribute("axis", 1));
      case ELU -> graph.node("Elu", List.of(sums));
      case SELU -> graph.node("Selu", List.of(sums));
      case SOFTPLUS -> graph.node("Softplus", List.of(sums));
      case SOFTSIGN -> graph.node("Softsign", List.of(sums));
      case SILU -> graph.node("Mul", List.of(sums, graph.node("Sigmoid", List.of(sums))));
      case GELU -> gelu(sums);
    };
  }

  private String gelu(String sums) {
    String scaled = graph.node("Mul", List.of(sums, graph.constant((float) (1 / Math.sqrt(2)))));
    String erf = graph.node("Erf", List.of(scaled));
    String half = graph.node("Mul", List.of(sums, graph.constant(0.5f)));
    return graph.node("Mul", List.of(half, graph.node("Add", List.of(erf, graph.constant(1)))));
  }
}
