package io.sentimentstreams.trainer.onnx;

import static io.sentimentstreams.trainer.onnx.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Translation of recurrent layers to ONNX's RNN, LSTM and GRU. ONNX stores weights as directions x
 * (gates * units) x width, Keras as width x (gates * units).
 */
final class OnnxRecurrence {

  private final OnnxGraph graph;
  private final Model model;

  OnnxRecurrence(OnnxGraph graph, Model model) {
    this.graph = graph;
    this.model = model;
  }

  /**
   * Adds a forward layer.
   *
   * @param input steps x batch x width
   * @param lengths lengths of the sequences, or {@link OnnxGraph#NONE}
   * @param width of the input
   * @return steps x batch x units, or batch x units for the last state only
   */
  String add(Recurrent layer, String input, String lengths, int width) {
    return add(layer, layer.name(), "forward", input, lengths, width);
  }

  /** Adds a backward layer. */
  String add(Backwards layer, String input, String lengths, int width) {
    return add(layer.cell(), layer.name(), "reverse", input, lengths, width);
  }

  private String add(
      Recurrent cell, String prefix, String direction, String input, String lengths, int width) {
    String states = run(cell, List.of(prefix), direction, input, lengths, width);
    return graph.node("Squeeze", List.of(states, graph.constants(directions(cell))));
  }

  /** Adds a bidirectional layer with merged outputs. */
  String add(Bidirectional layer, String input, String lengths, int width) {
    Recurrent cell = layer.cell();
    String states =
        run(
            cell,
            List.of(layer.forwardPrefix(), layer.backwardPrefix()),
            "bidirectional",
            input,
            lengths,
            width);
    long axis = directions(cell);
    return switch (layer.merge()) {
      case CONCAT -> concatenated(cell, states);
      case SUM ->
          graph.node("ReduceSum", List.of(states, graph.constants(axis)), attribute("keepdims", 0));
      case AVE -> reduced("ReduceMean", states, axis);
      case MUL -> reduced("ReduceProd", states, axis);
    };
  }

  /**
   * Returns the axis of the directions: outputs are steps x directions x batch x units, last states
   * are directions x batch x units.
   */
  private static long directions(Recurrent layer) {
    return layer.returnSequences() ? 1 : 0;
  }

  private String reduced(String operation, String states, long axis) {
    return graph.node(
        operation, List.of(states), OnnxGraph.attributes("axes", axis), attribute("keepdims", 0));
  }

  private String concatenated(Recurrent cell, String states) {
    long concatenated = 2L * cell.units();
    // A 0 in a shape keeps the length of the axis.
    return cell.returnSequences()
        ? graph.node(
            "Reshape", List.of(transposed(states, 0, 2, 1, 3), graph.constants(0, 0, concatenated)))
        : graph.node(
            "Reshape", List.of(transposed(states, 1, 0, 2), graph.constants(0, concatenated)));
  }

  private String transposed(String states, long... axes) {
    return graph.node("Transpose", List.of(states), OnnxGraph.attributes("perm", axes));
  }

  private String run(
      Recurrent layer,
      List<String> prefixes,
      String direction,
      String input,
      String lengths,
      int width) {
    int units = layer.units();
    int rows = layer.gates() * units;
    int directions = prefixes.size();
    String name = prefixes.get(0) + "/onnx";
    List<String> inputs =
        List.of(
            input,
            graph.floats(
                name + "/W",
                List.of(directions, rows, width),
                joined(prefixes, prefix -> kernel(layer, prefix + "/kernel", width))),
            graph.floats(
                name + "/R",
                List.of(directions, rows, units),
                joined(prefixes, prefix -> kernel(layer, prefix + "/recurrent_kernel", units))),
            graph.floats(
                name + "/B",
                List.of(directions, 2 * rows),
                joined(prefixes, prefix -> bias(layer, prefix + "/bias"))),
            lengths);
    String states = graph.newName("States");
    graph.node(
        operation(layer),
        inputs,
        layer.returnSequences() ? List.of(states) : List.of(OnnxGraph.NONE, states),
        settings(layer, direction));
    return states;
  }

  private static String operation(Recurrent layer) {
    if (layer instanceof Lstm) {
      return "LSTM";
    }
    return layer instanceof Gru ? "GRU" : "RNN";
  }

  private static AttributeProto[] settings(Recurrent layer, String direction) {
    List<AttributeProto> settings = new ArrayList<>();
    settings.add(attribute("hidden_size", layer.units()));
    settings.add(attribute("direction", direction));
    if (layer instanceof Gru gru) {
      settings.add(attribute("linear_before_reset", gru.resetAfter() ? 1 : 0));
    }
    return settings.toArray(AttributeProto[]::new);
  }

  /** Returns the index of the Keras gate for each ONNX gate. */
  private static int[] gates(Recurrent layer) {
    // Keras: input, forget, candidate, output; ONNX: input, output, forget, candidate.
    return layer instanceof Lstm
        ? new int[] {0, 3, 1, 2}
        : IntStream.range(0, layer.gates()).toArray();
  }

  private float[] kernel(Recurrent layer, String weight, int width) {
    float[] keras = model.weight(weight);
    int[] gates = gates(layer);
    int units = layer.units();
    int columns = gates.length * units;
    float[] onnx = new float[keras.length];
    for (int row = 0; row < columns; row++) {
      int column = gates[row / units] * units + row % units;
      for (int i = 0; i < width; i++) {
        onnx[row * width + i] = keras[i * columns + column];
      }
    }
    return onnx;
  }

  /** Returns the input biases, then the recurrent biases, which are zero if Keras has only one. */
  private float[] bias(Recurrent layer, String weight) {
    float[] keras = model.weight(weight);
    int[] gates = gates(layer);
    int units = layer.units();
    int columns = gates.length * units;
    float[] onnx = new float[2 * columns];
    for (int row = 0; row < layer.biasRows(); row++) {
      for (int gate = 0; gate < gates.length; gate++) {
        System.arraycopy(
            keras, row * columns + gates[gate] * units, onnx, row * columns + gate * units, units);
      }
    }
    return onnx;
  }

  private static float[] joined(List<String> prefixes, Function<String, float[]> weights) {
    if (prefixes.size() == 1) {
      return weights.apply(prefixes.get(0));
    }
    float[] first = weights.apply(prefixes.get(0));
    float[] second = weights.apply(prefixes.get(1));
    float[] concatenated = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, concatenated, first.length, second.length);
    return concatenated;
  }
}
