package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Timesteps;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Selection of positions on one axis of features. */
final class Selection {

  private final Timesteps timesteps;

  Selection(Assumptions assumptions) {
    timesteps = new Timesteps(assumptions);
  }

  static int[] indices(Node node, Constant positions, int length) {
    return positions.values().stream()
        .mapToInt(
            position -> {
              int index = Constant.length(position);
              if (index < -length || index >= length) {
                throw node.refused(
                    "selects position %d of %d".formatted(index, length), "Export the model again");
              }
              return index < 0 ? index + length : index;
            })
        .toArray();
  }

  /** Selects positions on one axis of features. */
  Value selected(Node node, Activations value, int axis, List<Amount> positions, boolean keepAxis) {
    Axis from = value.axes().get(axis);
    if (from.is(Role.STEPS)) {
      if (positions.size() != 1) {
        throw node.refused(
            "selects %d timesteps".formatted(positions.size()), "Use one or all timesteps");
      }
      Activations step = timesteps.of(node, value, axis, positions.get(0));
      return keepAxis ? step : AxisOperators.kept(step, Set.of(axis));
    }
    if (from.is(Role.ONE) && positions.size() == 1) {
      return keepAxis ? value : AxisOperators.kept(value, Set.of(axis));
    }
    if (!from.is(Role.STACK) && !from.is(Role.FEATURES)) {
      boolean only =
          from.size().is(1)
              && positions.size() == 1
              && (positions.get(0).is(0) || positions.get(0).is(-1));
      if (only) {
        return keepAxis ? value : AxisOperators.kept(value, Set.of(axis));
      }
      throw node.refused("selects texts of a batch", "Use all texts of a batch");
    }
    int[] indices = indices(node, Constant.vector(positions), Constant.length(from.size()));
    Activations picked = picked(value, axis, indices);
    return keepAxis ? picked : AxisOperators.kept(picked, Set.of(axis));
  }

  static Activations picked(Activations value, int axis, int[] indices) {
    List<Axis> axes = new ArrayList<>(value.axes());
    Axis from = axes.get(axis);
    axes.set(axis, new Axis(from.role(), Amount.of(indices.length)));
    if (from.is(Role.FEATURES)) {
      return value.withParts(axes, value.parts().stream().map(part -> part.pick(indices)).toList());
    }
    List<Integer> stacks = AxisOperators.stacks(value.axes());
    int[] shape =
        stacks.stream().mapToInt(i -> Constant.length(value.axes().get(i).size())).toArray();
    int[] sources = new Positions(shape).picked(stacks.indexOf(axis), indices);
    return value.withParts(axes, Arrays.stream(sources).mapToObj(value.parts()::get).toList());
  }
}
