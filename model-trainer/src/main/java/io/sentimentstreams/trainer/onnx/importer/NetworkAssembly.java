package io.sentimentstreams.trainer.onnx.importer;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Merged;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Over;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.TokenVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translation of a chain of stages to a network with weights. */
final class NetworkAssembly {

  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final int[] rows;
  private final boolean maskZero;

  private NetworkAssembly(int[] rows, boolean maskZero) {
    this.rows = rows;
    this.maskZero = maskZero;
  }

  /**
   * Returns a model.
   *
   * @param output features before the last activation function
   * @param rows row of the vectors of tokens for each index, or -1 for zeros
   * @param maskZero whether the network skips index 0
   */
  static Model model(Columns output, Dense.Activation activation, int[] rows, boolean maskZero) {
    NetworkAssembly assembly = new NetworkAssembly(rows, maskZero);
    assembly.add(output.stage());
    assembly.dense("output", output, activation);
    return new Model(new Network(assembly.layers), assembly.weights);
  }

  private void add(Stage stage) {
    if (stage instanceof TokenVectors vectors) {
      embedding(vectors);
    } else if (stage instanceof Recurrence layer) {
      recurrent(layer, true, MergeMode.CONCAT);
    } else if (stage instanceof Merged merged) {
      recurrent(merged.source(), true, merged.mode());
    } else if (stage instanceof Reduction reduction) {
      reduction(reduction);
    } else if (stage instanceof Activated activated) {
      add(activated.input().stage());
      dense("dense", activated.input(), activated.function());
    }
  }

  private String name(String kind) {
    int count = names.merge(kind, 1, Integer::sum);
    return count == 1 ? kind : kind + "_" + count;
  }

  private void put(WeightSpec spec, float[] data) {
    weights.put(spec.name(), new Tensor(spec.shape(), data));
  }

  private void embedding(TokenVectors vectors) {
    int width = vectors.width();
    float[] table = vectors.table().floats();
    float[] data = new float[Constant.size(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) {
        System.arraycopy(table, rows[i] * width, data, i * width, width);
      }
    }
    Embedding layer = new Embedding(name("embedding"), rows.length, width, maskZero);
    layers.add(layer);
    put(layer.weights(1).get(0), data);
  }

  private void reduction(Reduction reduction) {
    Stage source = reduction.source();
    if (reduction.over() == Over.LAST) {
      if (source instanceof Merged merged) {
        recurrent(merged.source(), false, merged.mode());
      } else {
        recurrent((Recurrence) source, false, MergeMode.CONCAT);
      }
      return;
    }
    add(source);
    layers.add(
        switch (reduction.over()) {
          case MAX -> new GlobalMaxPooling(name("max_pooling"));
          case MEAN -> new GlobalAveragePooling(name("average_pooling"));
          case FLATTEN -> new Flatten(name("flatten"), reduction.steps());
          case LAST -> throw new AssertionError("a recurrent layer returns its last state");
        });
  }

  private void dense(String kind, Columns input, Dense.Activation activation) {
    Dense layer = new Dense(name(kind), input.width(), activation);
    layers.add(layer);
    List<WeightSpec> specs = layer.weights(input.stage().width());
    put(specs.get(0), input.matrix());
    put(specs.get(1), input.bias());
  }

  private void recurrent(Recurrence stage, boolean sequences, MergeMode merge) {
    add(stage.input().stage());
    String kind =
        switch (stage.cell()) {
          case RNN -> "rnn";
          case LSTM -> "lstm";
          case GRU -> "gru";
        };
    String name = name(kind);
    Recurrent cell =
        switch (stage.cell()) {
          case RNN -> new SimpleRnn(name, stage.units(), sequences);
          case LSTM -> new Lstm(name, stage.units(), sequences);
          case GRU -> new Gru(name, stage.units(), sequences, stage.resetAfter());
        };
    int width = stage.input().stage().width();
    if (!stage.isBidirectional()) {
      layers.add(cell);
      put(stage, 0, cell, cell.weights(width));
      return;
    }
    Bidirectional both = new Bidirectional(name, cell, merge);
    layers.add(both);
    put(stage, 0, cell, cell.weights(both.forwardPrefix(), width));
    put(stage, 1, cell, cell.weights(both.backwardPrefix(), width));
  }

  private void put(Recurrence stage, int direction, Recurrent cell, List<WeightSpec> specs) {
    RecurrentWeights converted =
        RecurrentWeights.of(stage, stage.weights().get(direction), cell.biasRows());
    put(specs.get(0), converted.kernel());
    put(specs.get(1), converted.recurrent());
    put(specs.get(2), converted.bias());
  }
}
