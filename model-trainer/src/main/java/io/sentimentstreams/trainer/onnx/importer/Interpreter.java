package io.sentimentstreams.trainer.onnx.importer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.sentimentstreams.trainer.onnx.importer.operator.AxisOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.ComparisonOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.ConcatenationOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.LayerOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.NumberOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.Operator;
import io.sentimentstreams.trainer.onnx.importer.operator.PoolingOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.RecurrentOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.SelectionOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.ShapeOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.SliceOperators;
import io.sentimentstreams.trainer.onnx.importer.operator.TypeOperators;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.FixedLengthException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.OtherLayoutException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Tensors;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Computation of a graph with symbolic values. Confined to its thread. */
final class Interpreter {

  private static final int MAX_DEPTH = 8;

  private final long operatorSet;
  private final Map<String, Operator> operators = new HashMap<>();

  Interpreter(long operatorSet, Assumptions assumptions) {
    this.operatorSet = operatorSet;
    new ShapeOperators(assumptions).addTo(operators);
    new AxisOperators().addTo(operators);
    new SelectionOperators(assumptions).addTo(operators);
    new SliceOperators(assumptions).addTo(operators);
    new ConcatenationOperators().addTo(operators);
    new NumberOperators().addTo(operators);
    new ComparisonOperators(assumptions).addTo(operators);
    new TypeOperators().addTo(operators);
    new LayerOperators().addTo(operators);
    new PoolingOperators(assumptions).addTo(operators);
    new RecurrentOperators(assumptions).addTo(operators);
  }

  /**
   * Returns one value of a graph.
   *
   * @param inputs values of the graph's inputs by name
   */
  Value run(GraphProto graph, Map<String, Value> inputs, String output) {
    return run(graph, inputs, List.of(output), 0).get(0);
  }

  private List<Value> run(
      GraphProto graph, Map<String, Value> outer, List<String> outputs, int depth) {
    Map<String, Value> values = new HashMap<>(outer);
    Map<String, TensorProto> weights = new LinkedHashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      weights.put(tensor.getName(), tensor);
    }
    Set<NodeProto> needed = needed(graph, outputs);
    graph.getNodeList().stream().filter(needed::contains).forEach(this::requireSupported);
    for (NodeProto node : graph.getNodeList()) {
      if (needed.contains(node)) {
        List<Optional<Value>> inputs = new ArrayList<>();
        for (String input : node.getInputList()) {
          inputs.add(
              input.isEmpty() ? Optional.empty() : Optional.of(value(values, weights, input)));
        }
        Node known = new Node(node, operatorSet, inputs);
        List<Value> results =
            known.operator().equals("If") ? branch(known, values, weights, depth) : apply(known);
        for (int i = 0; i < Math.min(results.size(), node.getOutputCount()); i++) {
          values.put(node.getOutput(i), results.get(i));
        }
      }
    }
    return outputs.stream().map(output -> value(values, weights, output)).toList();
  }

  private static Value value(
      Map<String, Value> values, Map<String, TensorProto> weights, String name) {
    Value known = values.get(name);
    if (known != null) {
      return known;
    }
    TensorProto weight = weights.get(name);
    if (weight == null) {
      throw new UnsupportedOnnxModelException(
          "the graph has no value named " + Node.printable(name), "Export the model again");
    }
    Value read = Tensors.read(weight);
    values.put(name, read);
    return read;
  }

  /** Returns the nodes that the outputs depend on; others do not have to be supported. */
  private static Set<NodeProto> needed(GraphProto graph, List<String> outputs) {
    Map<String, NodeProto> makers = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> makers.put(output, node));
    }
    Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> seen = new HashSet<>(outputs);
    List<String> open = new ArrayList<>(outputs);
    while (!open.isEmpty()) {
      NodeProto maker = makers.get(open.remove(open.size() - 1));
      if (maker != null && needed.add(maker)) {
        references(maker, 0).stream().filter(seen::add).forEach(open::add);
      }
    }
    return needed;
  }

  private static List<String> references(NodeProto node, int depth) {
    List<String> names = new ArrayList<>(node.getInputList());
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG() && depth < MAX_DEPTH) {
        attribute.getG().getOutputList().forEach(output -> names.add(output.getName()));
        attribute.getG().getNodeList().forEach(each -> names.addAll(references(each, depth + 1)));
      }
    }
    return names;
  }

  private List<Value> branch(
      Node node, Map<String, Value> values, Map<String, TensorProto> weights, int depth) {
    Amount condition =
        node.constant(0)
            .uniform()
            .filter(Amount::isConstant)
            .orElseThrow(
                () ->
                    node.refused(
                        "has a condition that depends on the texts", "Remove it from the model"));
    if (depth >= MAX_DEPTH) {
      throw node.refused("is nested too deeply", "Export the model again");
    }
    GraphProto branch = node.graph(condition.constant() == 0 ? "else_branch" : "then_branch");
    Map<String, Value> outer = new HashMap<>(values);
    for (String name : weights.keySet()) {
      outer.computeIfAbsent(name, each -> value(values, weights, each));
    }
    return run(
        branch,
        outer,
        branch.getOutputList().stream().map(each -> each.getName()).toList(),
        depth + 1);
  }

  /** Refuses other operators before anything is computed, because their names explain more. */
  private void requireSupported(NodeProto proto) {
    Node node = new Node(proto, operatorSet, List.of());
    if (!proto.getDomain().isEmpty() && !proto.getDomain().equals("ai.onnx")) {
      throw node.refused(
          "has domain " + Node.printable(proto.getDomain()), "Export with standard operators only");
    }
    if (!operators.containsKey(node.operator()) && !node.operator().equals("If")) {
      throw node.refused("is not supported", supported(node));
    }
  }

  private List<Value> apply(Node node) {
    Operator operator = Objects.requireNonNull(operators.get(node.operator()));
    if (node.inputs().stream()
        .anyMatch(each -> each.filter(Value.Unusable.class::isInstance).isPresent())) {
      node.inputs().forEach(each -> each.ifPresent(Value::dims));
    }
    try {
      return operator.apply(node);
    } catch (OtherLayoutException | FixedLengthException e) {
      throw e;
    } catch (UnsupportedOnnxModelException e) {
      String message = String.valueOf(e.getMessage());
      if (message.startsWith("operator ")) {
        throw e;
      }
      throw new UnsupportedOnnxModelException("%s: %s".formatted(node, message), e.remedy());
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw node.refused("is malformed (" + e.getMessage() + ")", "Export the model again");
    }
  }

  private static String supported(Node node) {
    return switch (node.operator()) {
      case "Loop", "Scan", "SequenceEmpty" ->
          "Use Embedding and mean(dim=1) in place of EmbeddingBag, and LSTM, GRU or RNN in place of a loop";
      case "LeakyRelu",
          "HardSigmoid",
          "HardSwish",
          "PRelu",
          "Mish",
          "ThresholdedRelu",
          "Celu",
          "Erf" ->
          "Use Relu, Tanh, Sigmoid, Elu, Selu, Softplus or Softsign";
      case "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike" ->
          "Use zeros as the initial state";
      default ->
          "Use Embedding, LSTM, GRU, RNN, the mean or maximum over time, Linear, BatchNorm1d, Relu, Tanh, Sigmoid and Softmax";
    };
  }
}
