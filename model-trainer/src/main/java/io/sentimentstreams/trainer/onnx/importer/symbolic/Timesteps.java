package io.sentimentstreams.trainer.onnx.importer.symbolic;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns.Column;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Over;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Selection of the first or last timestep of a sequence. */
public final class Timesteps {

  private final Assumptions assumptions;

  public Timesteps(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /**
   * Returns one timestep, whose axis has length 1.
   *
   * @param position first, last, or last by the lengths of the texts
   */
  public Activations of(Node node, Activations value, int axis, Amount position) {
    Amount size = value.axes().get(axis).size();
    boolean byLength = position.equals(Amount.STEPS.minus(Amount.ONE));
    boolean last = byLength || position.is(-1) || position.equals(size.minus(Amount.ONE));
    if (!last && !position.is(0) && !position.plus(size).is(0)) {
      throw node.refused(
          "selects timestep %s".formatted(position), "Use the first, the last or all timesteps");
    }
    List<Axis> axes = new ArrayList<>(value.axes());
    axes.set(axis, Axis.ONE);
    // One timestep is the first and the last one.
    boolean both = size.is(1);
    return value.withParts(
        axes, value.parts().stream().map(part -> state(node, part, last, byLength, both)).toList());
  }

  /** Returns one timestep from the merged axis of texts and timesteps. */
  public Activations ofCells(Node node, Activations value, int axis, Ramp ramp) {
    if (!ramp.scale().equals(assumptions.steps())) {
      throw node.refused("selects rows by computed indices", "Use a chain of layers");
    }
    List<Axis> axes = new ArrayList<>(value.axes());
    axes.set(axis, new Axis(Role.STEPS, assumptions.steps()));
    Activations step = of(node, value.withAxes(axes), axis, ramp.offset());
    axes.set(axis, new Axis(Role.BATCH, ramp.dims().get(0)));
    return step.withAxes(axes);
  }

  private Columns state(Node node, Columns part, boolean last, boolean byLength, boolean both) {
    if (!(part.stage() instanceof Recurrence layer)) {
      throw node.refused(
          "selects one timestep, but no recurrent layer computes it",
          "Use a recurrent layer, or pooling over time");
    }
    boolean readsPadding =
        assumptions.fixedSteps().isPresent() && !(byLength && layer.ignoresPaddingAfterText());
    String problem =
        last
            ? "%s: the backward direction has read only the last token at the last timestep"
            : "%s: the forward direction has read only the first token at the first timestep";
    Reduction state = new Reduction(Over.LAST, layer, 1, readsPadding);
    return part.on(state)
        .map(
            column ->
                both || reads(column, layer, last)
                    ? column
                    : column.refused(problem.formatted(layer.name())));
  }

  private static boolean reads(Column column, Recurrence layer, boolean forward) {
    return IntStream.of(column.rows()).allMatch(row -> row < layer.units() == forward);
  }
}
