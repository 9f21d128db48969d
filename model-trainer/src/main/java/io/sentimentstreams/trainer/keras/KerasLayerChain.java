package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Layers of a functional Keras model that form a linear chain: each layer reads only the previous
 * one. Keras 3 writes the mask of an embedding as a separate operation, which is redundant and
 * ignored.
 */
final class KerasLayerChain {

  /** Remedy that describes the supported topologies. */
  static final String REMEDY =
      "Import a Sequential model, or a functional model with one input and one output whose layers form a chain";

  private final String input;
  private final Set<String> masks = new HashSet<>();

  private KerasLayerChain(String input) {
    this.input = input;
  }

  /**
   * Returns the layers from input to output.
   *
   * @param config configuration of the model
   * @param nodes layers and operations in topological order
   */
  static List<JsonNode> of(JsonNode config, JsonNode nodes) {
    return new KerasLayerChain(name(nodes.get(0))).follow(config, nodes);
  }

  private List<JsonNode> follow(JsonNode config, JsonNode nodes) {
    requireOnly("input_layers", config, input);
    List<JsonNode> chain = new ArrayList<>();
    String previous = input;
    for (JsonNode node : nodes) {
      if (isMask(node)) {
        masks.add(name(node));
        continue;
      }
      if (!chain.isEmpty()) {
        requireReads(node, previous);
      }
      chain.add(node);
      previous = name(node);
    }
    requireOnly("output_layers", config, previous);
    requireMaskOfEmbedding(chain);
    return chain;
  }

  /** Returns whether an operation computes the mask of the input's zeros. */
  private boolean isMask(JsonNode node) {
    JsonNode arguments = node.at("/inbound_nodes/0/args");
    return node.path("class_name").asText().equals("NotEqual")
        && node.path("module").asText("keras.").startsWith("keras.")
        && node.path("inbound_nodes").size() == 1
        && tensors(arguments).equals(List.of(input))
        && arguments.size() == 2
        && arguments.get(1).isNumber()
        && arguments.get(1).doubleValue() == 0;
  }

  private void requireReads(JsonNode node, String previous) {
    List<String> read = new ArrayList<>();
    for (JsonNode call : node.path("inbound_nodes")) {
      if (call.isArray()) {
        collectNames(call, read);
      }
      read.addAll(tensors(call.path("args")));
      for (Map.Entry<String, JsonNode> argument : call.path("kwargs").properties()) {
        List<String> tensors = tensors(argument.getValue());
        if (!argument.getKey().equals("mask") || !masks.containsAll(tensors)) {
          read.addAll(tensors);
        }
      }
    }
    if (!read.equals(List.of(previous))) {
      throw new UnsupportedKerasModelException(
          "layer %s reads %s instead of only %s".formatted(name(node), read, previous), REMEDY);
    }
  }

  private void requireMaskOfEmbedding(List<JsonNode> chain) {
    if (!masks.isEmpty()
        && chain.stream().noneMatch(node -> node.at("/config/mask_zero").asBoolean(false))) {
      throw new UnsupportedKerasModelException(
          "zeros are masked by %s".formatted(masks), "Mask zeros with mask_zero of the Embedding");
    }
  }

  private static void requireOnly(String what, JsonNode config, String expected) {
    List<String> names = new ArrayList<>();
    collectNames(config.path(what), names);
    if (!names.equals(List.of(expected))) {
      throw new UnsupportedKerasModelException(
          "the %s are %s instead of only %s".formatted(what, names, expected), REMEDY);
    }
  }

  private static String name(JsonNode node) {
    return node.path("name").asText();
  }

  /** Returns the layers whose outputs are arguments in the format of Keras 3. */
  private static List<String> tensors(JsonNode arguments) {
    return arguments.findValues("keras_history").stream()
        .map(history -> history.path(0).asText())
        .toList();
  }

  /**
   * Collects the names in nested references such as {@code ["embedding", 0, 0, {"name": null}]},
   * whose last element has the arguments of a call.
   */
  private static void collectNames(JsonNode node, List<String> names) {
    if (node.isTextual()) {
      names.add(node.textValue());
    }
    node.forEach(
        child -> {
          if (child.isObject()) {
            child
                .properties()
                .forEach(
                    argument -> {
                      if (!argument.getKey().equals("name")) {
                        collectNames(argument.getValue(), names);
                      }
                    });
          } else {
            collectNames(child, names);
          }
        });
  }
}
