package io.sentimentstreams.trainer.onnx.importer;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.sentimentstreams.model.file.ReadProblem;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.trainer.onnx.importer.ImportedOnnx.OnnxFacts;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.FixedLengthException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.OtherLayoutException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Merged;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.TokenVectors;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.TokenIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Import of text classifiers from ONNX files, as PyTorch's exporters and this project write them.
 * Files are untrusted: sizes are checked before use, and no other file is opened. A graph is
 * computed for a text without padding; graphs that do more than a chain of supported layers are
 * rejected with the operator's name.
 */
public final class OnnxImport {

  private static final String LOGITS =
      "Use --from-logits if the loss in training included the %s, or export the model with it";

  private OnnxImport() {}

  /**
   * Parts of a graph that its file does not name.
   *
   * @param input name of the token indices; empty if only one input can have them
   * @param output name of the scores; empty if the graph has one output
   * @param fromLogits whether the scores are logits
   */
  public record Options(Optional<String> input, Optional<String> output, boolean fromLogits) {}

  /**
   * Reads a model.
   *
   * @throws InvalidOnnxModelException if the file cannot be read or the model is not supported
   */
  public static ImportedOnnx read(Path file, Options options) {
    try {
      OnnxFile onnx = OnnxFile.read(file);
      try {
        return imported(onnx, options, List.of(Role.BATCH, Role.STEPS));
      } catch (OtherLayoutException e) {
        return imported(onnx, options, List.of(Role.STEPS, Role.BATCH));
      }
    } catch (UnsupportedOnnxModelException e) {
      throw new InvalidOnnxModelException(file, e);
    } catch (IOException e) {
      ReadProblem problem = ReadProblem.of(e);
      throw new InvalidOnnxModelException(file, problem.reason(), problem.remedy(), e);
    }
  }

  private static ImportedOnnx imported(OnnxFile file, Options options, List<Role> layout) {
    ValueInfoProto ids =
        GraphInputs.ids(GraphInputs.inputs(file.model().getGraph()), options.input());
    Optional<Integer> steps = GraphInputs.length(ids, layout.indexOf(Role.STEPS));
    try {
      return imported(file, options, layout, steps);
    } catch (FixedLengthException e) {
      if (steps.isPresent()) {
        throw e;
      }
      return imported(file, options, layout, Optional.of(e.steps()));
    }
  }

  private static ImportedOnnx imported(
      OnnxFile file, Options options, List<Role> layout, Optional<Integer> steps) {
    ModelProto onnx = file.model();
    GraphProto graph = onnx.getGraph();
    List<ValueInfoProto> inputs = GraphInputs.inputs(graph);
    ValueInfoProto ids = GraphInputs.ids(inputs, options.input());
    Amount batch =
        GraphInputs.length(ids, layout.indexOf(Role.BATCH)).map(Amount::of).orElse(Amount.BATCH);
    Assumptions assumptions = new Assumptions(steps);
    Map<String, Value> values = new HashMap<>();
    for (ValueInfoProto input : inputs) {
      values.put(
          input.getName(),
          input.equals(ids)
              ? new TokenIds(
                  layout.stream()
                      .map(role -> new Axis(role, role == Role.BATCH ? batch : assumptions.steps()))
                      .toList())
              : GraphInputs.padding(input, layout, batch, assumptions));
    }
    Value output =
        new Interpreter(file.operatorSet(), assumptions)
            .run(graph, values, output(graph, options.output()));
    assumptions.check();
    Head head = head(output, options.fromLogits());
    TokenVectors vectors = source(head.logits().stage(), assumptions);
    return new ImportedOnnx(
        head.logits(),
        head.activation(),
        new OnnxFacts(
            producer(onnx),
            file.sha256(),
            vectors.tokens(),
            steps,
            assumptions.excludesPadding(),
            assumptions.maskedId()));
  }

  private static String producer(ModelProto onnx) {
    String name = onnx.getProducerName().isBlank() ? "an unknown program" : onnx.getProducerName();
    return Node.printable((name + " " + onnx.getProducerVersion()).strip());
  }

  private static String output(GraphProto graph, Optional<String> name) {
    if (name.isPresent()) {
      return name.get();
    }
    if (graph.getOutputCount() != 1) {
      throw new UnsupportedOnnxModelException(
          "the graph has %d outputs: %s"
              .formatted(
                  graph.getOutputCount(),
                  Node.printable(
                      graph.getOutputList().stream()
                          .map(ValueInfoProto::getName)
                          .collect(Collectors.joining(", ")))),
          "Use --output with the name of the scores");
    }
    return graph.getOutput(0).getName();
  }

  /** Features before the last activation function. */
  private record Head(Columns logits, Dense.Activation activation) {}

  private static Head head(Value output, boolean fromLogits) {
    if (output instanceof Scores scores) {
      if (fromLogits) {
        throw new UnsupportedOnnxModelException(
            "the output is a softmax already", "Remove --from-logits");
      }
      return head(scores.logits(), Dense.Activation.SOFTMAX);
    }
    if (!(output instanceof Activations activations)
        || activations.axes().stream().anyMatch(axis -> axis.is(Role.STEPS))
        || activations.parts().size() != 1
        || !activations.factor().is(1)) {
      throw new UnsupportedOnnxModelException(
          "the output does not have one vector of scores per text",
          "Use --output with the name of the scores, or export a classifier of texts");
    }
    Columns columns = activations.parts().get(0).checked();
    if (columns.stage() instanceof Activated activated
        && activated.function() == Dense.Activation.SIGMOID
        && columns.isIdentity()) {
      if (fromLogits) {
        throw new UnsupportedOnnxModelException(
            "the output is a sigmoid already", "Remove --from-logits");
      }
      return head(activated.input(), Dense.Activation.SIGMOID);
    }
    Dense.Activation activation =
        columns.width() == 1 ? Dense.Activation.SIGMOID : Dense.Activation.SOFTMAX;
    if (!fromLogits) {
      String name = activation.name().toLowerCase(Locale.ROOT);
      throw new UnsupportedOnnxModelException(
          "the output has %d values without a %s".formatted(columns.width(), name),
          LOGITS.formatted(name));
    }
    return head(columns, activation);
  }

  private static Head head(Columns logits, Dense.Activation activation) {
    if (logits.stage().isSequence()) {
      throw new UnsupportedOnnxModelException(
          "the output has scores for each timestep", "Export a classifier of texts");
    }
    if (activation == Dense.Activation.SIGMOID && logits.width() != 1) {
      throw new UnsupportedOnnxModelException(
          "the output has %d independent sigmoid units".formatted(logits.width()),
          "Use one sigmoid unit for two classes, or a softmax for more");
    }
    if (activation == Dense.Activation.SOFTMAX && logits.width() < 2) {
      throw new UnsupportedOnnxModelException(
          "the output is a softmax of one unit", "Use one sigmoid unit for two classes");
    }
    return new Head(logits, activation);
  }

  /** Returns the vectors of tokens; refuses layers that read padding in a masked graph. */
  private static TokenVectors source(Stage stage, Assumptions assumptions) {
    if (stage instanceof TokenVectors vectors) {
      return vectors;
    }
    if (stage instanceof Recurrence layer) {
      return source(layer.input().stage(), assumptions);
    }
    if (stage instanceof Merged merged) {
      return source(merged.source(), assumptions);
    }
    if (stage instanceof Activated activated) {
      return source(activated.input().stage(), assumptions);
    }
    Reduction reduction = (Reduction) stage;
    if (assumptions.excludesPadding() && reduction.readsPadding()) {
      throw new UnsupportedOnnxModelException(
          "the model reads exactly %d timesteps and masks padding, but a layer reads padding"
              .formatted(assumptions.fixedSteps().orElse(0)),
          "Export the model with a dynamic number of timesteps");
    }
    return source(reduction.source(), assumptions);
  }
}
