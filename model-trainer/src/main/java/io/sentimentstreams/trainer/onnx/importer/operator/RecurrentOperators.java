package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.OtherLayoutException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Cell;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.DirectionWeights;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Over;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Unusable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operators RNN, LSTM and GRU. */
public final class RecurrentOperators {

  private static final int SEQUENCE_LENGTHS = 4;
  private static final int INITIAL_STATE = 5;
  private static final int INITIAL_CELL = 6;
  private static final int PEEPHOLES = 7;

  private final Assumptions assumptions;

  public RecurrentOperators(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("RNN", node -> outputs(node, Cell.RNN));
    operators.put("LSTM", node -> outputs(node, Cell.LSTM));
    operators.put("GRU", node -> outputs(node, Cell.GRU));
  }

  private List<Value> outputs(Node node, Cell cell) {
    requireDefaults(node, cell);
    boolean batchFirst = node.number("layout", 0) == 1;
    if (!(node.input(0) instanceof Activations input)) {
      throw node.refused("reads no features", "Read the vectors of an embedding");
    }
    requireAxes(node, input, batchFirst);
    String direction = node.text("direction", "forward");
    Recurrence layer = layer(node, cell, input.columns(node), direction);
    Axis batch = input.axes().get(batchFirst ? 0 : 1);
    Axis steps = input.axes().get(batchFirst ? 1 : 0);
    int from = direction.equals("reverse") ? 1 : 0;
    int to = direction.equals("forward") ? 1 : 2;
    Axis stack = Axis.stack(to - from);
    Axis features = Axis.features(layer.units());
    boolean readsPadding = assumptions.fixedSteps().isPresent() && !layer.readsLengths();
    Value sequence =
        new Activations(
            batchFirst
                ? List.of(batch, steps, stack, features)
                : List.of(steps, stack, batch, features),
            directions(layer, layer, from, to),
            Amount.ONE,
            false);
    Value last =
        new Activations(
            batchFirst ? List.of(batch, stack, features) : List.of(stack, batch, features),
            directions(layer, new Reduction(Over.LAST, layer, 1, readsPadding), from, to),
            Amount.ONE,
            false);
    Value cellState =
        new Unusable(
            "the cell state of " + node, "Use the hidden state (h_n in PyTorch) in place of c_n");
    return List.of(sequence, last, cellState);
  }

  private static List<Columns> directions(Recurrence layer, Stage stage, int from, int to) {
    List<Columns> parts = new ArrayList<>();
    for (int direction = from; direction < to; direction++) {
      parts.add(Columns.of(stage, direction * layer.units(), (direction + 1) * layer.units()));
    }
    return parts;
  }

  private static void requireAxes(Node node, Activations input, boolean batchFirst) {
    List<Axis> axes = input.axes();
    boolean known = axes.size() == 3 && axes.get(2).is(Role.FEATURES);
    if (known
        && axes.get(batchFirst ? 0 : 1).is(Role.STEPS)
        && axes.get(batchFirst ? 1 : 0).is(Role.BATCH)) {
      throw new OtherLayoutException(
          "%s reads the axis of the batch as timesteps".formatted(node),
          "Set batch_first to the order of the input's axes");
    }
    if (!known
        || !axes.get(batchFirst ? 0 : 1).is(Role.BATCH)
        || !axes.get(batchFirst ? 1 : 0).is(Role.STEPS)) {
      throw node.refused(
          "reads " + Axis.describe(axes), "Use an input of timesteps x batch x features");
    }
  }

  private Recurrence layer(Node node, Cell cell, Columns input, String direction) {
    int count = direction.equals("bidirectional") ? 2 : 1;
    if (!direction.matches("forward|reverse|bidirectional")) {
      throw node.refused(
          "has direction " + Node.printable(direction), "Use forward, reverse or bidirectional");
    }
    Constant kernel = node.constant(1);
    Constant recurrent = node.constant(2);
    int[] shape = recurrent.shape();
    int units = shape.length == 3 ? shape[2] : 0;
    int rows = Math.multiplyExact(cell.gates(), units);
    requireShape(node, "W", kernel, count, rows, input.width());
    requireShape(node, "R", recurrent, count, rows, units);
    Optional<Constant> bias = node.optionalConstant(3);
    bias.ifPresent(known -> requireShape(node, "B", known, count, 2 * rows));
    if (units == 0 || node.number("hidden_size", units) != units) {
      throw node.refused(
          "has hidden_size %d for states of width %d"
              .formatted(node.number("hidden_size", 0), units),
          "Export the model again");
    }
    List<DirectionWeights> weights = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      weights.add(
          new DirectionWeights(
              part(kernel, i, count),
              part(recurrent, i, count),
              bias.map(known -> part(known, index, count)).orElseGet(() -> new float[2 * rows])));
    }
    if (direction.equals("reverse")) {
      // The forward direction has no weights, and no later layer reads it.
      weights.add(0, DirectionWeights.zeros(rows, input.width(), units));
    }
    boolean lengths = readsLengths(node);
    boolean resetAfter = cell == Cell.GRU && node.number("linear_before_reset", 0) != 0;
    return new Recurrence(cell, node.toString(), input, units, weights, resetAfter, lengths);
  }

  private static float[] part(Constant weights, int index, int count) {
    int size = weights.size() / count;
    return Arrays.copyOfRange(weights.floats(), index * size, (index + 1) * size);
  }

  private static void requireShape(Node node, String name, Constant weights, int... expected) {
    if (!Arrays.equals(weights.shape(), expected)) {
      throw node.refused(
          "has %s of shape %s, expected %s"
              .formatted(name, Arrays.toString(weights.shape()), Arrays.toString(expected)),
          "Export the model again");
    }
  }

  private boolean readsLengths(Node node) {
    Optional<Value> lengths = node.optional(SEQUENCE_LENGTHS);
    if (lengths.isEmpty()) {
      return false;
    }
    Optional<Splat> splat = NumberOperators.splat(lengths.get());
    boolean ofTexts = splat.filter(each -> each.value().equals(Amount.STEPS)).isPresent();
    boolean all = splat.filter(each -> each.value().equals(assumptions.steps())).isPresent();
    if (!ofTexts && !all) {
      throw node.refused(
          "has sequence_lens that are not the lengths of the texts",
          "Pass the lengths of the texts");
    }
    return ofTexts;
  }

  private static void requireDefaults(Node node, Cell cell) {
    List<String> defaults =
        switch (cell) {
          case RNN -> List.of("Tanh");
          case LSTM -> List.of("Sigmoid", "Tanh", "Tanh");
          case GRU -> List.of("Sigmoid", "Tanh");
        };
    List<String> activations = node.texts("activations");
    for (int i = 0; i < activations.size(); i++) {
      if (!activations.get(i).equalsIgnoreCase(defaults.get(i % defaults.size()))) {
        throw node.refused(
            "has activations " + Node.printable(activations.toString()),
            "Use the activations " + String.join(", ", defaults));
      }
    }
    if (node.has("clip")) {
      throw node.refused("has attribute clip", "Train without clipping of the cell");
    }
    if (node.number("input_forget", 0) != 0) {
      throw node.refused("has attribute input_forget", "Use separate input and forget gates");
    }
    requireZeros(node, INITIAL_STATE, "initial_h");
    if (cell == Cell.LSTM) {
      requireZeros(node, INITIAL_CELL, "initial_c");
      requireZeros(node, PEEPHOLES, "peepholes (P)");
    }
  }

  private static void requireZeros(Node node, int input, String name) {
    Optional<Value> value = node.optional(input);
    boolean zeros =
        value.isEmpty()
            || NumberOperators.splat(value.get()).filter(each -> each.value().is(0)).isPresent();
    if (!zeros) {
      throw node.refused("has %s other than zeros".formatted(name), "Use zeros, the default");
    }
  }
}
