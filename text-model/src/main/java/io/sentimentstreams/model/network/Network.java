package io.sentimentstreams.model.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stack of layers from token indices to probabilities: an embedding first, at least one
 * recurrent, pooling or flattening layer that ends the sequence, and a dense layer last, of one
 * sigmoid unit that tells two classes apart or of a softmax unit for each of two or more classes.
 * Immutable.
 *
 * @param layers from input to output
 */
public record Network(List<Layer> layers) {

  public Network {
    layers = List.copyOf(layers);
    check(layers);
  }

  /** The embedding that every network begins with. */
  public Embedding embedding() {
    return (Embedding) layers.get(0);
  }

  /**
   * The only length of a sequence that the network can read, where a layer flattens it; empty where
   * any will do.
   */
  public Optional<Integer> fixedLength() {
    return layers.stream()
        .filter(Flatten.class::isInstance)
        .map(layer -> ((Flatten) layer).steps())
        .findFirst();
  }

  /** The dense layer that every network ends with. */
  public Dense output() {
    return (Dense) layers.get(layers.size() - 1);
  }

  /** How many classes the network tells apart, at least 2. */
  public int classes() {
    return Math.max(2, output().units());
  }

  /**
   * The same network with another last layer.
   *
   * @param classes how many it shall tell apart: two by one sigmoid unit, more by softmax units
   */
  public Network withClasses(int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException("there must be at least 2 classes, were " + classes);
    }
    String name = output().name();
    List<Layer> changed = new ArrayList<>(layers.subList(0, layers.size() - 1));
    changed.add(
        classes == 2
            ? new Dense(name, 1, Dense.Activation.SIGMOID)
            : new Dense(name, classes, Dense.Activation.SOFTMAX));
    return new Network(changed);
  }

  /** All weights, from input to output, in Keras' order. */
  public List<WeightSpec> weights() {
    List<WeightSpec> all = new ArrayList<>();
    int size = 1;
    for (Layer layer : layers) {
      all.addAll(layer.weights(size));
      size = layer.outputSize(size);
    }
    return List.copyOf(all);
  }

  /** The number of trained numbers. */
  public long parameterCount() {
    return weights().stream().mapToLong(WeightSpec::size).reduce(0, Math::addExact);
  }

  private static void check(List<Layer> layers) {
    if (layers.isEmpty() || !(layers.get(0) instanceof Embedding)) {
      throw new IllegalArgumentException("a network must begin with an Embedding, was " + layers);
    }
    if (!(layers.get(layers.size() - 1) instanceof Dense last) || !givesProbabilities(last)) {
      throw new IllegalArgumentException(
          "a network must end with a Dense layer of 1 sigmoid unit or of at least 2 softmax units,"
              + " was "
              + layers);
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

  /** A sequence without its zeros has no length that a flattening layer could know. */
  private static void requireZerosForFlatten(List<Layer> layers) {
    boolean flattens = layers.stream().anyMatch(Flatten.class::isInstance);
    if (flattens && layers.get(0) instanceof Embedding embedding && embedding.maskZero()) {
      throw new IllegalArgumentException(
          "a network with a Flatten layer must count zeros: its Embedding must not mask them");
    }
  }

  private static boolean givesProbabilities(Dense layer) {
    return switch (layer.activation()) {
      case SIGMOID -> layer.units() == 1;
      case SOFTMAX -> layer.units() >= 2;
      case LINEAR, RELU, TANH -> false;
    };
  }

  private static boolean isSoftmax(Layer layer) {
    return layer instanceof Dense dense && dense.activation() == Dense.Activation.SOFTMAX;
  }

  /** Whether a layer hands on a sequence; refuses an input of the wrong kind. */
  private static boolean staysSequence(Layer layer, boolean sequence) {
    boolean wantsSequence = !(layer instanceof Dense);
    if (wantsSequence != sequence) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + " must follow a layer that gives "
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
            || (layer instanceof Bidirectional both && both.cell().returnSequences());
    return sequence ? Kind.SEQUENCE : Kind.VECTOR;
  }
}
