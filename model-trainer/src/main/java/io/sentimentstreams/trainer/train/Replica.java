package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Backwards;
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
 * One worker's instances of a network's layers. Parameters are shared by all workers; activations
 * belong to the replica. Not thread-safe: one per worker.
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
   * Creates the layers.
   *
   * @param dropout dropout rates in training
   * @param weights loss weights of examples in training
   * @param masks dropout masks of this replica
   */
  Replica(ParameterLayout layout, DropoutRates dropout, LossWeights weights, DropoutMasks masks) {
    this.layout = layout;
    this.dropout = dropout;
    this.weights = weights;
    this.masks = masks;
    List<Layer> specs = layout.network().layers();
    Embedding first = layout.network().embedding();
    embedding =
        new EmbeddingLookup(
            first.outputDim(), layout.embeddingOffset(), new WordDropout(dropout.word(), masks));
    layers.add(new Dropout(dropout.embedding(), masks));
    int size = first.outputDim();
    for (int i = 1; i < specs.size(); i++) {
      Layer layer = specs.get(i);
      if (i == specs.size() - 1) {
        layers.add(new Dropout(dropout.output(), masks));
      }
      layers.add(trainable(layer, size, i == specs.size() - 1));
      size = layer.outputSize(size);
    }
  }

  private TrainableLayer trainable(Layer layer, int inputSize, boolean last) {
    if (layer instanceof Recurrent recurrent) {
      return recurrence(recurrent, recurrent.name(), inputSize, Direction.FORWARD);
    }
    if (layer instanceof Backwards backwards) {
      return recurrence(backwards.cell(), backwards.name(), inputSize, Direction.BACKWARD);
    }
    if (layer instanceof Bidirectional bidirectional) {
      return new TrainableBidirectional(
          recurrence(
              bidirectional.cell(), bidirectional.forwardPrefix(), inputSize, Direction.FORWARD),
          recurrence(
              bidirectional.cell(), bidirectional.backwardPrefix(), inputSize, Direction.BACKWARD),
          bidirectional.merge());
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
    throw new AssertionError("an embedding must be the first layer: " + layer);
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
   * Computes the loss of a batch without dropout.
   *
   * @param loss receives the loss and the correct decisions
   */
  void evaluate(List<Example> batch, float[] parameters, LossSum loss) {
    run(batch, parameters, false, loss);
  }

  /**
   * Computes the loss and the gradients of a batch.
   *
   * @param batch not empty
   * @param scale factor of each example's weighted loss, 1 / examples of the complete batch
   * @param gradients receives the sum of gradients
   * @param loss receives the loss and the correct decisions
   */
  void train(
      List<Example> batch, float[] parameters, float scale, float[] gradients, LossSum loss) {
    PackedSequences packing = run(batch, parameters, true, loss);
    int outputs = logitGradient.width();
    float[] derivatives = logitGradient.values();
    for (int r = 0; r < batch.size(); r++) {
      Example example = batch.get(packing.source(r));
      float weight = scale * weights.of(example.targets()) * example.weight();
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
    Activations activations = embedding.forward(packing, sequences, parameters);
    for (TrainableLayer layer : layers) {
      activations = layer.forward(packing, activations, parameters);
    }
    int outputs = activations.width();
    float[] derivatives = logitGradient.resize(batch.size(), outputs).values();
    for (int r = 0; r < batch.size(); r++) {
      float[] targets = batch.get(packing.source(r)).targets();
      if (targets.length != outputs) {
        throw new IllegalArgumentException(
            "Invalid number of targets: %d. Use %d.".formatted(targets.length, outputs));
      }
      if (outputs == 1) {
        derivatives[r] = loss.add(activations.values()[r], targets[0]);
      } else {
        loss.add(activations.values(), r * outputs, targets, derivatives);
      }
    }
    return packing;
  }
}
