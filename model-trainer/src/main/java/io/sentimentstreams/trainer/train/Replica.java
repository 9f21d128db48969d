package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.layer.Activations;
import io.sentimentstreams.trainer.train.layer.Dropout;
import io.sentimentstreams.trainer.train.layer.DropoutMasks;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.layer.EmbeddingLookup;
import io.sentimentstreams.trainer.train.layer.RecurrentKernel;
import io.sentimentstreams.trainer.train.layer.StateDropout;
import io.sentimentstreams.trainer.train.layer.TrainableBidirectional;
import io.sentimentstreams.trainer.train.layer.TrainableCell;
import io.sentimentstreams.trainer.train.layer.TrainableDense;
import io.sentimentstreams.trainer.train.layer.TrainableFlatten;
import io.sentimentstreams.trainer.train.layer.TrainableGruCell;
import io.sentimentstreams.trainer.train.layer.TrainableLayer;
import io.sentimentstreams.trainer.train.layer.TrainableLstmCell;
import io.sentimentstreams.trainer.train.layer.TrainablePooling;
import io.sentimentstreams.trainer.train.layer.TrainableRecurrence;
import io.sentimentstreams.trainer.train.layer.TrainableRecurrence.Direction;
import io.sentimentstreams.trainer.train.layer.TrainableRecurrence.Output;
import io.sentimentstreams.trainer.train.layer.TrainableResetBeforeGruCell;
import io.sentimentstreams.trainer.train.layer.TrainableSimpleRnnCell;
import io.sentimentstreams.trainer.train.layer.WordDropout;
import io.sentimentstreams.trainer.train.loss.LossSum;
import io.sentimentstreams.trainer.train.loss.LossWeights;
import io.sentimentstreams.trainer.train.math.MatrixProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * One worker's copy of a network's layers. The parameters belong to the caller and are shared by
 * all workers; what a pass computes on the way is the replica's own. Not thread-safe: one per
 * worker.
 */
final class Replica {

  private final ParameterLayout layout;
  private final LossWeights weights;
  private final MatrixProduct product = new MatrixProduct();
  private final EmbeddingLookup embedding;
  private final List<TrainableLayer> layers = new ArrayList<>();
  private final DropoutRates dropout;
  private final DropoutMasks masks;
  private final Activations logitGradient = new Activations();

  /**
   * Builds the layers.
   *
   * @param dropout what is dropped in training
   * @param weights what each example counts in training
   * @param masks what draws it, this replica's own
   */
  Replica(ParameterLayout layout, DropoutRates dropout, LossWeights weights, DropoutMasks masks) {
    this.layout = layout;
    this.dropout = dropout;
    this.weights = weights;
    this.masks = masks;
    List<Layer> described = layout.network().layers();
    Embedding first = layout.network().embedding();
    embedding =
        new EmbeddingLookup(
            first.outputDim(), layout.embeddingOffset(), new WordDropout(dropout.word(), masks));
    layers.add(new Dropout(dropout.embedding(), masks));
    int size = first.outputDim();
    for (int i = 1; i < described.size(); i++) {
      Layer layer = described.get(i);
      if (i == described.size() - 1) {
        layers.add(new Dropout(dropout.output(), masks));
      }
      layers.add(trainable(layer, size, i == described.size() - 1));
      size = layer.outputSize(size);
    }
  }

  private TrainableLayer trainable(Layer layer, int inputSize, boolean last) {
    if (layer instanceof Recurrent recurrent) {
      return recurrence(recurrent, recurrent.name(), inputSize, Direction.FORWARD);
    }
    if (layer instanceof Bidirectional both) {
      return new TrainableBidirectional(
          recurrence(both.cell(), both.forwardPrefix(), inputSize, Direction.FORWARD),
          recurrence(both.cell(), both.backwardPrefix(), inputSize, Direction.BACKWARD),
          both.merge());
    }
    if (layer instanceof GlobalMaxPooling) {
      return new TrainablePooling(TrainablePooling.Kind.MAX);
    }
    if (layer instanceof GlobalAveragePooling) {
      return new TrainablePooling(TrainablePooling.Kind.AVERAGE);
    }
    if (layer instanceof Flatten flatten) {
      return new TrainableFlatten(flatten.steps());
    }
    if (layer instanceof Dense dense) {
      return new TrainableDense(
          inputSize,
          dense.units(),
          last ? Dense.Activation.LINEAR : dense.activation(),
          layout.offset(dense.name() + "/kernel"),
          layout.offset(dense.name() + "/bias"),
          product);
    }
    throw new AssertionError("an embedding stands first only: " + layer);
  }

  private TrainableRecurrence recurrence(
      Recurrent layer, String prefix, int inputSize, Direction direction) {
    int units = layer.units();
    int width = layer.gates() * units;
    int bias = layout.offset(prefix + "/bias");
    RecurrentKernel kernel =
        new RecurrentKernel(
            units,
            width,
            layout.offset(prefix + "/recurrent_kernel"),
            new StateDropout(dropout.recurrent(), layer.gates(), units, masks));
    return new TrainableRecurrence(
        new TrainableRecurrence.Shape(
            inputSize, units, layer.gates(), layout.offset(prefix + "/kernel"), bias),
        cell(layer, kernel, bias + width),
        direction,
        layer.returnSequences() ? Output.SEQUENCE : Output.LAST_STATE,
        new Dropout(dropout.input(), masks),
        product);
  }

  private static TrainableCell cell(Recurrent layer, RecurrentKernel kernel, int recurrentBias) {
    if (layer instanceof Gru gru) {
      return gru.resetAfter()
          ? new TrainableGruCell(kernel, recurrentBias)
          : new TrainableResetBeforeGruCell(kernel);
    }
    if (layer instanceof Lstm) {
      return new TrainableLstmCell(kernel);
    }
    if (layer instanceof SimpleRnn) {
      return new TrainableSimpleRnnCell(kernel);
    }
    throw new AssertionError(layer);
  }

  /**
   * Runs a batch forward as the service would, nothing dropped.
   *
   * @param loss where the loss and the hits are added
   */
  void evaluate(List<Example> batch, float[] parameters, LossSum loss) {
    run(batch, parameters, false, loss);
  }

  /**
   * Runs a batch forward and backward.
   *
   * @param batch not empty
   * @param scale what each example's weighted loss counts, 1 / examples of the whole batch
   * @param gradients where the gradients are added
   * @param loss where the loss and the hits are added
   */
  void train(
      List<Example> batch, float[] parameters, float scale, float[] gradients, LossSum loss) {
    PackedSequences packing = run(batch, parameters, true, loss);
    int outputs = logitGradient.width();
    float[] derivatives = logitGradient.values();
    for (int r = 0; r < batch.size(); r++) {
      float weight = scale * weights.of(batch.get(packing.source(r)).targets());
      for (int i = r * outputs; i < (r + 1) * outputs; i++) {
        derivatives[i] *= weight;
      }
    }
    Activations gradient = logitGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = layers.get(i).backward(packing, gradient, parameters, gradients);
    }
    if (layout.embeddingTuning() == Tuning.FINE_TUNED) {
      embedding.backward(packing, gradient, gradients);
    }
  }

  private PackedSequences run(
      List<Example> batch, float[] parameters, boolean training, LossSum loss) {
    List<int[]> sequences = batch.stream().map(Example::ids).toList();
    PackedSequences packing = PackedSequences.of(sequences);
    masks.activate(training);
    Activations flow = embedding.forward(packing, sequences, parameters);
    for (TrainableLayer layer : layers) {
      flow = layer.forward(packing, flow, parameters);
    }
    int outputs = flow.width();
    float[] derivatives = logitGradient.resize(batch.size(), outputs).values();
    for (int r = 0; r < batch.size(); r++) {
      float[] targets = batch.get(packing.source(r)).targets();
      if (targets.length != outputs) {
        throw new IllegalArgumentException(
            "an example has %d targets, the network %d outputs".formatted(targets.length, outputs));
      }
      if (outputs == 1) {
        derivatives[r] = loss.add(flow.values()[r], targets[0]);
      } else {
        loss.add(flow.values(), r * outputs, targets, derivatives);
      }
    }
    return packing;
  }
}
