package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.network.Dense.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Activation functions of Keras: settings of layers, layers of their own, and operations that
 * functional models of Keras 2 and 3 write for a call such as {@code keras.activations.sigmoid(x)}.
 */
final class KerasActivations {

  /** Names of Keras that differ from those of the activations. */
  private static final Map<String, Activation> SYNONYMS = Map.of("swish", Activation.SILU);

  private static final String REMEDY =
      Arrays.stream(Activation.values())
          .map(each -> each.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "Use one of ", ""));

  /** Axes of softmax over the features of a vector. */
  private static final List<Integer> LAST_AXIS = List.of(-1, 1);

  private KerasActivations() {}

  /** Returns the activation function in a layer's settings; linear by default. */
  static Activation ofSetting(KerasLayer layer) {
    JsonNode setting = layer.config().path("activation");
    if (setting.isMissingNode() || setting.isNull()) {
      return Activation.LINEAR;
    }
    if (setting.isObject()
        && setting.path("module").asText().startsWith("keras.")
        && isLayer(setting.path("class_name").asText())) {
      return ofLayer(KerasLayer.of(setting, 0));
    }
    return named(setting.asText())
        .filter(found -> setting.isTextual())
        .orElseThrow(
            () -> layer.unsupported("has activation " + KerasLayer.abbreviated(setting), REMEDY));
  }

  /** Returns whether a class is an activation function, as a layer or as an operation. */
  static boolean isLayer(String kind) {
    return named(kind).isPresent();
  }

  /**
   * Returns the activation function of a layer or operation.
   *
   * @param layer of a class that {@link #isLayer} accepts
   */
  static Activation ofLayer(KerasLayer layer) {
    layer.requireNumber("negative_slope", 0);
    layer.requireNumber("threshold", 0);
    layer.requireNone("max_value");
    if (layer.kind().equals("ELU") || layer.kind().equals("Elu")) {
      layer.requireNumber("alpha", 1);
    }
    layer.require("approximate", "false");
    requireLastAxis(layer, layer.config().path("axis"));
    return named(layer.kind())
        .orElseThrow(() -> layer.unsupported("is not a supported activation", REMEDY));
  }

  /** Returns the activation function of a TensorFlow operation in a model of Keras 2. */
  static Activation ofOperation(KerasLayer layer) {
    String function = layer.config().path("function").asText();
    requireLastAxis(layer, layer.call().path("axis"));
    boolean exact = !layer.call().path("approximate").asBoolean(false);
    return Optional.of(function)
        .filter(name -> exact && (name.startsWith("math.") || name.startsWith("nn.")))
        .map(name -> name.substring(name.indexOf('.') + 1))
        .flatMap(KerasActivations::named)
        .orElseThrow(
            () ->
                layer.unsupported(
                    "is the operation %s %s".formatted(function, layer.call()),
                    "Use layers instead of operations; " + REMEDY));
  }

  private static void requireLastAxis(KerasLayer layer, JsonNode axis) {
    if (!axis.isMissingNode() && !axis.isNull() && !LAST_AXIS.contains(axis.asInt())) {
      throw layer.unsupported(
          "has axis %s, only the features of a vector (-1) are supported".formatted(axis),
          "Use axis=-1");
    }
  }

  private static Optional<Activation> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(SYNONYMS.get(lower))
        .or(
            () ->
                Arrays.stream(Activation.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(lower))
                    .findFirst());
  }
}
