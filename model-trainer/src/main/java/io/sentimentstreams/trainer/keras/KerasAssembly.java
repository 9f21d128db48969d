package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Network under construction, from input to output. Activation functions and normalizations become
 * part of a dense layer. Not thread-safe: confined to one import.
 */
final class KerasAssembly {

  /** Maximum number of weights of a bundle. */
  private static final long MAX_WEIGHTS = (512L << 20) / Float.BYTES - (1 << 20);

  /** Maximum width of a vector that gets a dense layer of its own for an activation. */
  private static final int MAX_ADDED_WIDTH = 1024;

  private static final String AFTER_VECTOR =
      "Use it after a layer that returns a vector, such as GlobalAveragePooling1D or Dense";

  private final KerasWeights file;
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private KerasPrecision precision = KerasPrecision.FLOAT32;
  private int width = 1;
  private long parameters;

  /** Whether Keras has the timesteps in reverse order, as after a layer with go_backwards. */
  private boolean reversed;

  KerasAssembly(KerasWeights file) {
    this.file = file;
  }

  /** Leaves out a layer without effect outside of training. */
  void ignore(KerasLayer from) {
    ignored.add(from.name());
  }

  /** Adds a sentence about a difference between the model and the bundle. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Records the precision of a layer's computation in Keras. */
  void computeIn(KerasPrecision other) {
    if (other.tolerance() > precision.tolerance() || precision == KerasPrecision.FLOAT32) {
      precision = other;
    }
  }

  /** Returns the lowest precision of all layers. */
  KerasPrecision precision() {
    return precision;
  }

  List<String> ignored() {
    return ignored;
  }

  List<String> notes() {
    return notes;
  }

  /**
   * Adds a recurrent layer.
   *
   * @param backwards whether it reads its input from the last timestep to the first
   */
  void addRecurrent(KerasLayer from, Recurrent cell, boolean backwards) {
    if (backwards && cell.returnSequences() && masksZeros()) {
      throw from.unsupported(
          "reverses the timesteps, but Keras does not reverse their mask",
          "Train with mask_zero=False, or without go_backwards");
    }
    boolean reads = reversed ^ backwards;
    add(from, reads ? new Backwards(cell.name(), cell) : cell);
    reversed = reads && cell.returnSequences();
  }

  /** Adds a layer with its weights. */
  void add(KerasLayer from, Layer layer) {
    if (layer instanceof GlobalMaxPooling && masksZeros()) {
      throw from.unsupported(
          "includes masked timesteps in the maximum",
          "Train with mask_zero=False, or with GlobalAveragePooling1D, which supports masking");
    }
    requireAnyOrder(from, layer);
    requireKind(from, layer);
    List<WeightSpec> specs = layer.weights(width);
    requireFits(specs);
    weights.putAll(file.read(from, layer, width));
    layers.add(layer);
    width = layer.outputSize(width);
    if (!returnsSequence(layer)) {
      reversed = false;
    }
  }

  private void requireFits(List<WeightSpec> specs) {
    for (WeightSpec spec : specs) {
      parameters = Math.addExact(parameters, spec.size());
    }
    if (parameters > MAX_WEIGHTS) {
      throw new UnsupportedKerasModelException(
          "the model has %d weights, the limit is %d".formatted(parameters, MAX_WEIGHTS),
          "Import a smaller model");
    }
  }

  private void requireAnyOrder(KerasLayer from, Layer layer) {
    boolean readsOrder = layer instanceof Bidirectional || from.kind().equals("Flatten");
    if (reversed && readsOrder) {
      throw from.unsupported(
          "reads the reversed timesteps of a layer with go_backwards",
          "Use a recurrent or pooling layer after go_backwards with return_sequences");
    }
  }

  private void requireKind(KerasLayer from, Layer layer) {
    boolean first = layers.isEmpty();
    if (first != layer instanceof Embedding) {
      throw from.unsupported(
          first ? "is the first layer" : "is a second embedding",
          "Begin the model with one Embedding");
    }
    if (!first && isSequence() != !(layer instanceof Dense)) {
      throw from.unsupported(
          isSequence() ? "reads a sequence" : "reads a vector",
          isSequence()
              ? "Reduce the sequence first, by return_sequences=False or GlobalAveragePooling1D"
              : "Use return_sequences=True in the recurrent layer before it");
    }
  }

  /** Applies an activation function to the output of the last layer. */
  void activate(KerasLayer from, Activation activation) {
    if (activation == Activation.LINEAR) {
      return;
    }
    requireVector(from);
    if (last() instanceof Dense dense && dense.activation() == Activation.LINEAR) {
      replaceLast(new Dense(dense.name(), dense.units(), activation));
      note("%s is part of layer %s".formatted(from.name(), dense.name()));
      return;
    }
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    addDiagonal(from, ones, new float[width], activation);
  }

  /**
   * Multiplies each feature of the last layer's output by a factor, and adds a term.
   *
   * @param factors one per feature
   * @param terms one per feature
   */
  void scale(KerasLayer from, double[] factors, double[] terms) {
    if (last() instanceof Dense dense && dense.activation() == Activation.LINEAR) {
      multiply(dense.name() + "/kernel", factors, new double[width]);
      multiply(dense.name() + "/bias", factors, terms);
      note("%s is part of layer %s".formatted(from.name(), dense.name()));
    } else if (last() instanceof Embedding embedding) {
      multiply(embedding.name() + "/embeddings", factors, terms);
      note("%s is part of layer %s".formatted(from.name(), embedding.name()));
    } else {
      requireVector(from);
      float[] floats = new float[width];
      float[] bias = new float[width];
      for (int i = 0; i < width; i++) {
        floats[i] = (float) factors[i];
        bias[i] = (float) terms[i];
      }
      addDiagonal(from, floats, bias, Activation.LINEAR);
    }
  }

  private void multiply(String name, double[] factors, double[] terms) {
    Tensor tensor = Objects.requireNonNull(weights.get(name), name);
    float[] scaled = tensor.data().clone();
    for (int i = 0; i < scaled.length; i++) {
      int column = i % factors.length;
      scaled[i] = (float) (scaled[i] * factors[column] + terms[column]);
    }
    weights.put(name, new Tensor(tensor.shape(), scaled));
  }

  private void addDiagonal(KerasLayer from, float[] diagonal, float[] bias, Activation activation) {
    if (width > MAX_ADDED_WIDTH) {
      throw from.unsupported(
          "reads a vector of width %d, the limit is %d".formatted(width, MAX_ADDED_WIDTH),
          "Use it after a Dense layer without an activation");
    }
    Dense dense = new Dense(from.label(), width, activation);
    requireFits(dense.weights(width));
    float[] kernel = new float[width * width];
    for (int i = 0; i < width; i++) {
      kernel[i * width + i] = diagonal[i];
    }
    weights.put(dense.name() + "/kernel", new Tensor(List.of(width, width), kernel));
    weights.put(dense.name() + "/bias", new Tensor(List.of(width), bias));
    layers.add(dense);
    note("%s is a Dense layer in the bundle".formatted(from.name()));
  }

  private void requireVector(KerasLayer from) {
    if (isSequence()) {
      throw from.unsupported("reads a sequence", AFTER_VECTOR);
    }
  }

  /** Returns the width of the last layer's output. */
  int width() {
    return width;
  }

  /** Returns the weights of a layer that has no equivalent, each one value per feature. */
  List<float[]> vectors(KerasLayer from, List<String> names) {
    List<WeightSpec> specs =
        names.stream()
            .map(name -> new WeightSpec(from.label() + "/" + name, List.of(width)))
            .toList();
    return file.read(from, specs);
  }

  /** Replaces the activation function of the last layer, which must be dense. */
  void replaceLast(Dense dense) {
    layers.set(layers.size() - 1, dense);
  }

  /** Returns the last layer; null before the first one. */
  @Nullable Layer last() {
    return layers.isEmpty() ? null : layers.get(layers.size() - 1);
  }

  private boolean masksZeros() {
    return !layers.isEmpty()
        && layers.get(0) instanceof Embedding embedding
        && embedding.maskZero();
  }

  private boolean isSequence() {
    Layer last = last();
    return last == null || returnsSequence(last);
  }

  private static boolean returnsSequence(Layer layer) {
    return layer instanceof Embedding
        || (layer instanceof Recurrent recurrent && recurrent.returnSequences())
        || (layer instanceof Backwards backwards && backwards.cell().returnSequences())
        || (layer instanceof Bidirectional both && both.cell().returnSequences());
  }

  /** Returns the network with its weights. */
  Model model() {
    Network network;
    try {
      network = new Network(layers);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), KerasNetwork.SUPPORTED);
    }
    try {
      return new Model(network, weights);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), "Train the model again");
    }
  }
}
