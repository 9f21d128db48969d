package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.TokenVectors;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Timesteps;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operators that select elements by their positions. */
public final class SelectionOperators {

  private final Timesteps timesteps;
  private final Selection selection;

  public SelectionOperators(Assumptions assumptions) {
    timesteps = new Timesteps(assumptions);
    selection = new Selection(assumptions);
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Gather", node -> List.of(gather(node)));
    operators.put("GatherElements", node -> List.of(gatherElements(node)));
    operators.put("ScatterElements", node -> List.of(scatter(node)));
    operators.put("TopK", SelectionOperators::topK);
  }

  private Value gather(Node node) {
    Value data = node.input(0);
    Value indices = node.input(1);
    int axis = node.axis(node.number("axis", 0), data.dims().size());
    if (indices instanceof TokenIds ids) {
      return embedding(node, ids, axis);
    }
    if (indices instanceof Ramp ramp) {
      return rows(node, data, ramp, axis);
    }
    List<Amount> dims = new ArrayList<>(data.dims());
    dims.remove(axis);
    dims.addAll(axis, indices.dims());
    if (data instanceof Splat splat) {
      return splat.withDims(dims);
    }
    Constant positions = node.constant(1);
    if (data instanceof Constant constant) {
      int[] shape = constant.shape();
      return constant.pick(
          Constant.lengths(dims),
          new Positions(shape).picked(axis, Selection.indices(node, positions, shape[axis])));
    }
    if (data instanceof Scores scores) {
      return classScore(node, scores, positions, axis);
    }
    if (!(data instanceof Activations activations) || positions.rank() > 1) {
      throw node.refused("selects from this input", "Use a chain of layers");
    }
    return selection.selected(node, activations, axis, positions.values(), positions.rank() == 1);
  }

  private static Value embedding(Node node, TokenIds ids, int axis) {
    Constant table = node.constant(0);
    if (axis != 0 || table.rank() != 2 || table.size() == 0) {
      throw node.refused(
          "reads an array of shape %s on axis %d".formatted(Arrays.toString(table.shape()), axis),
          "Use an embedding with one vector per token");
    }
    TokenVectors vectors = new TokenVectors(table);
    List<Axis> axes = new ArrayList<>(ids.axes());
    axes.add(Axis.features(vectors.width()));
    return Activations.of(axes, Columns.of(vectors));
  }

  /** Selects all texts in their order, or one timestep of each text. */
  private Value rows(Node node, Value data, Ramp ramp, int axis) {
    boolean all =
        ramp.isIdentity()
            && ramp.dims().size() == 1
            && ramp.dims().get(0).equals(data.dims().get(axis));
    if (all) {
      return data;
    }
    if (data instanceof Activations activations
        && activations.axes().get(axis).is(Role.CELLS)
        && ramp.dims().size() == 1) {
      return timesteps.ofCells(node, activations, axis, ramp);
    }
    throw node.refused("selects rows by computed indices", "Use a chain of layers");
  }

  private static Value classScore(Node node, Scores scores, Constant positions, int axis) {
    if (!scores.axes().get(axis).is(Role.FEATURES)
        || scores.logits().width() != 2
        || positions.size() != 1
        || scores.logarithm()) {
      throw node.refused(
          "selects from the probabilities", "Return the probabilities of all classes");
    }
    // The softmax of two classes is the sigmoid of the difference.
    int chosen = Selection.indices(node, positions, 2)[0];
    Columns logits = scores.logits();
    Columns difference =
        logits.part(chosen, chosen + 1).plus(logits.part(1 - chosen, 2 - chosen), -1);
    List<Axis> axes = new ArrayList<>(scores.axes());
    axes.set(axis, Axis.features(1));
    Activations score =
        Activations.of(axes, Columns.of(new Activated(difference, Dense.Activation.SIGMOID)));
    return positions.rank() == 1 ? score : AxisOperators.kept(score, Set.of(axis));
  }

  private Value gatherElements(Node node) {
    Value data = node.input(0);
    Value indices = node.input(1);
    int axis = node.axis(node.number("axis", 0), data.dims().size());
    if (data instanceof Splat splat) {
      return splat.withDims(indices.dims());
    }
    if (indices instanceof Ramp ramp
        && ramp.isIdentity()
        && ramp.axis() == axis
        && ramp.dims().equals(data.dims())) {
      return data;
    }
    if (data instanceof Activations activations
        && indices instanceof Splat splat
        && activations.axes().get(axis).is(Role.STEPS)) {
      List<Amount> expected = new ArrayList<>(data.dims());
      expected.set(axis, Amount.ONE);
      if (splat.dims().equals(expected)) {
        return timesteps.of(node, activations, axis, splat.value());
      }
    }
    throw node.refused("selects by computed indices", "Select the last timestep by the lengths");
  }

  private static Value scatter(Node node) {
    boolean inverse =
        node.input(1) instanceof Ramp indices
            && node.input(2) instanceof Ramp updates
            && indices.isIdentity()
            && indices.equals(updates)
            && indices.dims().equals(node.input(0).dims());
    if (!inverse) {
      throw node.refused("writes by computed indices", "Use a chain of layers");
    }
    return node.input(2);
  }

  /** Sorts equal numbers, which keep their order. */
  private static List<Value> topK(Node node) {
    if (!(node.input(0) instanceof Splat splat)) {
      throw node.refused("sorts features", "Use the mean or the maximum over time");
    }
    int axis = node.axis(node.number("axis", -1), splat.dims().size());
    Amount count =
        node.constant(1)
            .uniform()
            .filter(each -> each.equals(splat.dims().get(axis)))
            .orElseThrow(() -> node.refused("selects some numbers", "Sort all texts of the batch"));
    List<Amount> dims = new ArrayList<>(splat.dims());
    dims.set(axis, count);
    return List.of(splat.withDims(dims), new Ramp(dims, axis, Amount.ONE, Amount.ZERO));
  }
}
