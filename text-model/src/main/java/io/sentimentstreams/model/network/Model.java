package io.sentimentstreams.model.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network with a finite value for each of its weights. Immutable and thread-safe as long as its
 * tensors are not modified.
 *
 * @param network layers
 * @param weights tensors by name, exactly those of the network
 */
public record Model(Network network, Map<String, Tensor> weights) {

  public Model {
    List<WeightSpec> specs = network.weights();
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    for (WeightSpec spec : specs) {
      Tensor tensor = weights.get(spec.name());
      if (tensor == null) {
        throw new IllegalArgumentException("weight " + spec.name() + " is missing");
      }
      if (!tensor.shape().equals(spec.shape())) {
        throw new IllegalArgumentException(
            "weight %s must have shape %s, was %s"
                .formatted(spec.name(), spec.shape(), tensor.shape()));
      }
      requireFinite(spec.name(), tensor.data());
      ordered.put(spec.name(), tensor);
    }
    if (weights.size() != specs.size()) {
      String unknown =
          weights.keySet().stream()
              .filter(name -> !ordered.containsKey(name))
              .sorted()
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("the network has no weight named " + unknown);
    }
    weights = Collections.unmodifiableMap(ordered);
  }

  /**
   * Returns the elements of one weight.
   *
   * @throws IllegalArgumentException if the network does not have it
   */
  public float[] weight(String name) {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the network has no weight named " + name);
    }
    return tensor.data();
  }

  private static void requireFinite(String name, float[] data) {
    for (int i = 0; i < data.length; i++) {
      if (!Float.isFinite(data[i])) {
        throw new IllegalArgumentException(
            "weight " + name + " must be finite, element " + i + " was " + data[i]);
      }
    }
  }
}
