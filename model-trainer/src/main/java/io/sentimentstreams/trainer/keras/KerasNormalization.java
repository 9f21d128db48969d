package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Batch normalization outside of training: {@code gamma (x - mean) / sqrt(variance + epsilon) +
 * beta} per feature, with the moving mean and variance (Ioffe and Szegedy, 2015).
 */
final class KerasNormalization {

  private static final double DEFAULT_EPSILON = 1e-3;

  /** Last axis of a batch of vectors or sequences. */
  private static final Set<Integer> LAST_AXES = Set.of(-1, 1, 2);

  private KerasNormalization() {}

  /** Adds a normalization to a network. */
  static void add(KerasLayer keras, KerasAssembly assembly) {
    requireFeatures(keras);
    keras.require("renorm", "false");
    boolean scale = keras.config().path("scale").asBoolean(true);
    boolean center = keras.config().path("center").asBoolean(true);
    double epsilon = keras.config().path("epsilon").asDouble(DEFAULT_EPSILON);
    List<String> names = new ArrayList<>();
    if (scale) {
      names.add("gamma");
    }
    if (center) {
      names.add("beta");
    }
    names.add("moving_mean");
    names.add("moving_variance");
    List<float[]> weights = assembly.vectors(keras, names);
    float[] mean = weights.get(weights.size() - 2);
    float[] variance = weights.get(weights.size() - 1);
    double[] factors = new double[mean.length];
    double[] terms = new double[mean.length];
    for (int i = 0; i < factors.length; i++) {
      double deviation = Math.sqrt(variance[i] + epsilon);
      factors[i] = (scale ? weights.get(0)[i] : 1) / deviation;
      terms[i] = (center ? weights.get(scale ? 1 : 0)[i] : 0) - mean[i] * factors[i];
    }
    assembly.scale(keras, factors, terms);
  }

  private static void requireFeatures(KerasLayer keras) {
    JsonNode axis = keras.config().path("axis");
    JsonNode only = axis.isArray() && axis.size() == 1 ? axis.get(0) : axis;
    if (!axis.isMissingNode() && !LAST_AXES.contains(only.asInt(0))) {
      throw keras.unsupported(
          "has axis %s, only the features (-1) are supported".formatted(axis), "Use axis=-1");
    }
  }
}
