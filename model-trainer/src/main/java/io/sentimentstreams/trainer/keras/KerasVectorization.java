package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.text.vectorization.InvalidTextVectorizationException;
import io.sentimentstreams.model.text.vectorization.LayerState;
import io.sentimentstreams.model.text.vectorization.OutputMode;
import io.sentimentstreams.model.text.vectorization.Splitting;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationJson;
import io.sentimentstreams.model.text.vectorization.TextVectorizationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code TextVectorization} layer at the start of a model, and the model after it.
 *
 * @param layer the layer with its vocabulary; empty if the model reads indices
 * @param architecture the model with an input of indices in place of the layer
 */
record KerasVectorization(Optional<TextVectorization> layer, JsonNode architecture) {

  /** Remedy for a model whose texts cannot be read as in Keras. */
  static final String REMEDY =
      "Save the layers after TextVectorization as a model with an input of indices, and give the"
          + " layer with --text-vectorization";

  /** Classes of models that can be layers of another model. */
  private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");

  private static final String KIND = TextVectorizationJson.CLASS_NAME;

  /**
   * Separates the layer from the model.
   *
   * @param architecture model in the format of Keras' {@code to_json}
   * @param file file of the model, for the state of the layer
   * @param vocabulary vocabulary of the layer; empty for that of the file
   */
  static KerasVectorization of(JsonNode architecture, Path file, Optional<List<String>> vocabulary)
      throws IOException {
    JsonNode nodes = nodes(architecture);
    int position = position(nodes);
    if (position < 0) {
      return new KerasVectorization(Optional.empty(), architecture);
    }
    JsonNode node = nodes.get(position);
    if (position > 1 || (position == 1 && !isKind(nodes.get(0), "InputLayer"))) {
      throw unsupported(node, "is not the first layer", REMEDY);
    }
    requireNoNestedModel(nodes);
    TextVectorization layer = read(node, file, vocabulary);
    requireSequences(node, layer.settings());
    return new KerasVectorization(
        Optional.of(layer), withoutLayer(architecture, position, layer.settings()));
  }

  /**
   * Returns the layer of a model in any output mode.
   *
   * @throws UnsupportedKerasModelException if the model has no such layer
   */
  static TextVectorization find(JsonNode architecture, Path file, Optional<List<String>> vocabulary)
      throws IOException {
    JsonNode nodes = nodes(architecture);
    int position = position(nodes);
    if (position < 0) {
      throw new UnsupportedKerasModelException(
          "the model has no layer " + KIND, "Give the file of a model that begins with this layer");
    }
    return read(nodes.get(position), file, vocabulary);
  }

  private static JsonNode nodes(JsonNode architecture) {
    JsonNode config = architecture.path("config");
    return config.isArray() ? config : config.path("layers");
  }

  private static int position(JsonNode nodes) {
    int found = -1;
    for (int i = 0; i < nodes.size(); i++) {
      if (isKind(nodes.get(i), KIND)) {
        if (found >= 0) {
          throw unsupported(nodes.get(i), "is the second of its kind", REMEDY);
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean isKind(JsonNode node, String kind) {
    return node.path("class_name").asText().equals(kind);
  }

  private static TextVectorization read(JsonNode node, Path file, Optional<List<String>> vocabulary)
      throws IOException {
    JsonNode config = node.path("config");
    try {
      boolean weighted =
          TextVectorizationJson.settings(config).output().mode() == OutputMode.TF_IDF;
      LayerState saved = KerasAssets.state(file, weighted);
      return TextVectorizationJson.layer(
          config, new LayerState(vocabulary.or(saved::vocabulary), saved.weights()));
    } catch (InvalidTextVectorizationException e) {
      throw unsupported(node, "is not supported: " + e.problem(), e.remedy());
    }
  }

  private static void requireNoNestedModel(JsonNode nodes) {
    for (JsonNode node : nodes) {
      if (MODELS.contains(node.path("class_name").asText())) {
        throw new UnsupportedKerasModelException(
            "layer %s is a model in the model".formatted(node.at("/config/name").asText()),
            "Save the inner model, and import it with --text-vectorization and this file");
      }
    }
  }

  private static void requireSequences(JsonNode node, TextVectorizationSettings settings) {
    if (settings.output().mode() != OutputMode.INT) {
      throw unsupported(
          node,
          "has output_mode %s, which gives no sequence"
              .formatted(KerasLayer.abbreviated(node.at("/config/output_mode"))),
          "Import a model with output_mode int and an Embedding; vectorize --mode"
              + " text-vectorization makes such rows");
    }
    if (settings.splitting() == Splitting.NONE) {
      throw unsupported(
          node,
          "has split None, which gives no sequence",
          "Import a model with split whitespace or character");
    }
    if (settings.output().ragged()) {
      throw unsupported(node, "is ragged", "Import a model with ragged=False");
    }
  }

  /** Returns the model with an input layer of the same name in place of the layer. */
  private static JsonNode withoutLayer(
      JsonNode architecture, int position, TextVectorizationSettings settings) {
    JsonNode copy = architecture.deepCopy();
    ArrayNode nodes = (ArrayNode) nodes(copy);
    ObjectNode input = (ObjectNode) nodes.get(position);
    String name = input.path("name").asText(input.at("/config/name").asText());
    input.put("class_name", "InputLayer");
    ObjectNode config = input.putObject("config");
    config.put("name", name);
    ArrayNode shape = config.putArray("batch_shape").addNull();
    settings.output().sequenceLength().ifPresentOrElse(shape::add, shape::addNull);
    if (input.has("inbound_nodes")) {
      input.putArray("inbound_nodes");
    }
    if (position == 1) {
      nodes.remove(0);
    }
    if (copy.path("config") instanceof ObjectNode model && model.has("input_layers")) {
      model.putArray("input_layers").add(name).add(0).add(0);
    }
    return copy;
  }

  private static UnsupportedKerasModelException unsupported(
      JsonNode node, String problem, String remedy) {
    return new UnsupportedKerasModelException(
        "layer %s (%s) %s".formatted(node.at("/config/name").asText(), KIND, problem), remedy);
  }
}
