package io.sentimentstreams.model.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stack of layers from token indices to probabilities. It starts with an embedding, then at least
 * one recurrent, pooling or flattening layer that reduces the sequence to a vector. The last layer
 * is dense: one sigmoid unit for two classes, or one softmax unit per class for two or more.
 * Immutable.
 *
 * @param layers layers from input to output
 */
public record Network(List<Layer> layers) {

  public Network {
    layers = List.copyOf(layers);
    check(layers);
  }

  /** Returns the embedding, which is the first layer. */
  public Embedding embedding() {
    return (Embedding) layers.get(0);
  }

  /**
   * Returns the only sequence length that the network can read if it flattens; empty if it can read
   * any length.
   */
  public Optional<Integer> fixedLength() {
    return layers.stream()
        .filter(Flatten.class::isInstance)
        .map(layer -> ((Flatten) layer).steps())
        .findFirst();
  }

  /** Returns the dense layer at the end of the network. */
  public Dense output() {
    return (Dense) layers.get(layers.size() - 1);
  }

  /** Returns the number of classes, at least 2. */
  public int classes() {
    return Math.max(2, output().units());
  }

  /**
   * Returns this network with another last layer.
   *
   * @param classes number of classes: two give one sigmoid unit, more give softmax units
   */
  public Network withClasses(int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException(
          "the number of classes must be at least 2, was " + classes);
    }
    String name = output().name();
    List<Layer> changed = new ArrayList<>(layers.subList(0, layers.size() - 1));
    changed.add(
        classes == 2
            ? new Dense(name, 1, Dense.Activation.SIGMOID)
            : new Dense(name, classes, Dense.Activation.SOFTMAX));
    return new Network(changed);
  }

  /** Returns all weights, from input to output, in Keras' order. */
  public List<WeightSpec> weights() {
    List<WeightSpec> all = new ArrayList<>();
    int size = 1;
    for (Layer layer : layers) {
      all.addAll(layer.weights(size));
      size = layer.outputSize(size);
    }
    return List.copyOf(all);
  }

  /** Returns the number of parameters. */
  public long parameterCount() {
    return weights().stream().mapToLong(WeightSpec::size).reduce(0, Math::addExact);
  }

  private static void check(List<Layer> layers) {
    if (layers.isEmpty() || !(layers.get(0) instanceof Embedding)) {
      throw new IllegalArgumentException(
          "a network must begin with an Embedding, was "
              + (layers.isEmpty() ? "empty" : "layer " + layers.get(0).name()));
    }
    Layer end = layers.get(layers.size() - 1);
    if (!(end instanceof Dense last) || !givesProbabilities(last)) {
      throw new IllegalArgumentException(
          "a network must end with a Dense layer of 1 sigmoid unit or of at least 2 softmax units,"
              + " was layer %s with %s".formatted(end.name(), description(end)));
    }
    Set<String> names = new HashSet<>();
    boolean sequence = true;
    for (Layer layer : layers) {
      if (!names.add(layer.name())) {
        throw new IllegalArgumentException("two layers are named " + layer.name());
      }
      if (layer != layers.get(0)) {
        sequence = staysSequence(layer, sequence);
      }
      if (layer != last && isSoftmax(layer)) {
        throw new IllegalArgumentException(
            "layer " + layer.name() + ": only the last layer can have softmax units");
      }
    }
    requireZerosForFlatten(layers);
  }

  /**
   * Refuses masked zeros before a flattening layer, because masked sequences do not have a fixed
   * length.
   */
  private static void requireZerosForFlatten(List<Layer> layers) {
    boolean flattens = layers.stream().anyMatch(Flatten.class::isInstance);
    if (flattens && layers.get(0) instanceof Embedding embedding && embedding.maskZero()) {
      throw new IllegalArgumentException(
          "a network with a Flatten layer must not mask zeros in its Embedding");
    }
  }

  private static String description(Layer layer) {
    return layer instanceof Dense dense
        ? dense.description()
        : "the type " + layer.getClass().getSimpleName();
  }

  private static boolean givesProbabilities(Dense layer) {
    return switch (layer.activation()) {
      case SIGMOID -> layer.units() == 1;
      case SOFTMAX -> layer.units() >= 2;
      case LINEAR, RELU, TANH, ELU, SELU, SOFTPLUS, SOFTSIGN, SILU, GELU -> false;
    };
  }

  private static boolean isSoftmax(Layer layer) {
    return layer instanceof Dense dense && dense.activation() == Dense.Activation.SOFTMAX;
  }

  /** Returns whether a layer's output is a sequence; refuses an input of the wrong kind. */
  private static boolean staysSequence(Layer layer, boolean sequence) {
    boolean wantsSequence = !(layer instanceof Dense);
    if (wantsSequence != sequence) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + " must follow a layer that returns "
              + (wantsSequence ? "a sequence" : "a vector"));
    }
    return switch (kind(layer)) {
      case EMBEDDING ->
          throw new IllegalArgumentException(
              "layer " + layer.name() + ": only the first layer can be an Embedding");
      case SEQUENCE -> true;
      case VECTOR -> false;
    };
  }

  private enum Kind {
    EMBEDDING,
    SEQUENCE,
    VECTOR
  }

  private static Kind kind(Layer layer) {
    if (layer instanceof Embedding) {
      return Kind.EMBEDDING;
    }
    boolean sequence =
        (layer instanceof Recurrent recurrent && recurrent.returnSequences())
            || (layer instanceof Bidirectional both && both.cell().returnSequences())
            || (layer instanceof Backwards backwards && backwards.cell().returnSequences());
    return sequence ? Kind.SEQUENCE : Kind.VECTOR;
  }
}
