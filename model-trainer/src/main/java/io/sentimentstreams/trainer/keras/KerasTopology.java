package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Layers of a Keras model, which must form a linear chain.
 *
 * @param layers from input to output
 * @param steps fixed sequence length; empty for a model that accepts any length
 */
record KerasTopology(List<KerasLayer> layers, Optional<Integer> steps) {

  private static final int MAX_LAYERS = 1000;

  /** Parses the architecture of a model. */
  static KerasTopology of(JsonNode model) {
    String kind = model.path("class_name").asText();
    JsonNode config = model.path("config");
    // Early versions of Keras wrote only the list of layers.
    JsonNode nodes = config.isArray() ? config : config.path("layers");
    if (!nodes.isArray() || nodes.isEmpty() || nodes.size() > MAX_LAYERS) {
      throw new UnsupportedKerasModelException(
          "the architecture does not have 1 to %d layers".formatted(MAX_LAYERS),
          KerasLayerChain.REMEDY);
    }
    List<KerasLayer> layers =
        switch (kind) {
          case "Sequential" -> layers(nodes);
          case "Functional", "Model" -> layers(KerasLayerChain.of(config, nodes));
          default ->
              throw new UnsupportedKerasModelException(
                  "unsupported model class '%s'".formatted(kind), KerasLayerChain.REMEDY);
        };
    return new KerasTopology(layers, steps(layers));
  }

  private static List<KerasLayer> layers(Iterable<JsonNode> nodes) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> labels = new HashSet<>();
    List<KerasLayer> layers = new ArrayList<>();
    for (JsonNode node : nodes) {
      String kind = node.path("class_name").asText();
      KerasLayer layer = KerasLayer.of(node, seen.merge(kind, 1, Integer::sum) - 1);
      layers.add(labels.add(layer.label()) ? layer : unique(layer, labels));
    }
    return List.copyOf(layers);
  }

  /** Returns a layer with another label; names that differ only in other characters collide. */
  private static KerasLayer unique(KerasLayer layer, Set<String> labels) {
    for (int i = 2; ; i++) {
      String suffix = "-" + i;
      String start = layer.label();
      String label = start.substring(0, Math.min(start.length(), 64 - suffix.length())) + suffix;
      if (labels.add(label)) {
        return layer.withLabel(label);
      }
    }
  }

  private static Optional<Integer> steps(List<KerasLayer> layers) {
    for (KerasLayer layer : layers) {
      for (String setting : List.of("batch_shape", "batch_input_shape")) {
        JsonNode shape = layer.config().path(setting);
        if (shape.isArray() && shape.size() == 2 && shape.get(1).isInt()) {
          return Optional.of(shape.get(1).intValue());
        }
      }
    }
    return Optional.empty();
  }
}
