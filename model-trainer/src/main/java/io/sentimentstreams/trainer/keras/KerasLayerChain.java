package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a functional Keras model as far as they follow each other: each reads the one
 * before it and nothing else. Keras 3 writes the mask of an embedding as an operation of its own
 * that later layers read too; it follows from the embedding and is left out.
 */
final class KerasLayerChain {

  /** What can be taken over, for people. */
  static final String REMEDY =
      "import a Sequential model, or a functional one with one input and one output whose layers"
          + " follow each other";

  private final String input;
  private final Set<String> masks = new HashSet<>();

  private KerasLayerChain(String input) {
    this.input = input;
  }

  /**
   * The layers, from input to output.
   *
   * @param config of the model
   * @param nodes its layers and operations, each after those that it reads
   */
  static List<JsonNode> of(JsonNode config, JsonNode nodes) {
    return new KerasLayerChain(name(nodes.get(0))).follow(config, nodes);
  }

  private List<JsonNode> follow(JsonNode config, JsonNode nodes) {
    requireOnly("input_layers", config, input);
    List<JsonNode> line = new ArrayList<>();
    String previous = input;
    for (JsonNode node : nodes) {
      if (isMask(node)) {
        masks.add(name(node));
        continue;
      }
      if (!line.isEmpty()) {
        requireReads(node, previous);
      }
      line.add(node);
      previous = name(node);
    }
    requireOnly("output_layers", config, previous);
    requireMaskOfEmbedding(line);
    return line;
  }

  /** Whether an operation tells the input's zeros from tokens. */
  private boolean isMask(JsonNode node) {
    JsonNode arguments = node.at("/inbound_nodes/0/args");
    return node.path("class_name").asText().equals("NotEqual")
        && node.path("module").asText().startsWith("keras.")
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
          "layer %s reads %s instead of %s alone".formatted(name(node), read, previous), REMEDY);
    }
  }

  private void requireMaskOfEmbedding(List<JsonNode> line) {
    if (!masks.isEmpty()
        && line.stream().noneMatch(node -> node.at("/config/mask_zero").asBoolean(false))) {
      throw new UnsupportedKerasModelException(
          "zeros are masked by %s".formatted(masks), "mask them with the Embedding's mask_zero");
    }
  }

  private static void requireOnly(String what, JsonNode config, String wanted) {
    List<String> names = new ArrayList<>();
    collectNames(config.path(what), names);
    if (!names.equals(List.of(wanted))) {
      throw new UnsupportedKerasModelException(
          "its %s are %s instead of %s alone".formatted(what, names, wanted), REMEDY);
    }
  }

  private static String name(JsonNode node) {
    return node.path("name").asText();
  }

  /** The layers whose outputs Keras 3 names in arguments. */
  private static List<String> tensors(JsonNode arguments) {
    return arguments.findValues("keras_history").stream()
        .map(history -> history.path(0).asText())
        .toList();
  }

  /** The names in references such as {@code ["embedding", 0, 0]}, however they are nested. */
  private static void collectNames(JsonNode node, List<String> names) {
    if (node.isTextual()) {
      names.add(node.textValue());
    }
    node.forEach(child -> collectNames(child, names));
  }
}
