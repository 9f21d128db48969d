package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * One layer as Keras describes it.
 *
 * @param kind Keras' name of the class
 * @param name the layer's name
 * @param ordinal how many layers of this kind stand before it
 * @param config its settings
 */
record KerasLayer(String kind, String name, int ordinal, JsonNode config) {

  private static final String REMOVE_SETTING = "import a model without it";

  /**
   * Reads a layer.
   *
   * @param node of an architecture
   */
  static KerasLayer of(JsonNode node, int ordinal) {
    JsonNode config = node.path("config");
    String kind = node.path("class_name").asText();
    String name = config.path("name").asText();
    JsonNode module = node.path("module");
    if (module.isTextual() && !module.textValue().startsWith("keras.")) {
      throw new UnsupportedKerasModelException(
          "layer %s is of the own class %s.%s".formatted(name, module.textValue(), kind),
          KerasNetwork.SUPPORTED);
    }
    return new KerasLayer(kind, name, ordinal, config);
  }

  /**
   * The layer inside a wrapping one.
   *
   * @param setting where it stands
   */
  KerasLayer wrapped(String setting) {
    JsonNode inner = config.path(setting);
    if (!inner.isObject()) {
      throw unsupported("wraps no layer", "save the model again");
    }
    return of(inner, 0);
  }

  /** A problem of this layer. */
  UnsupportedKerasModelException unsupported(String problem, String remedy) {
    return new UnsupportedKerasModelException(
        "layer %s (%s) %s".formatted(name, kind, problem), remedy);
  }

  /** A positive number. */
  int size(String setting) {
    JsonNode value = config.path(setting);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw unsupported(
          "has %s %s, which is no positive number".formatted(setting, shown(value)),
          "save the model again");
    }
    return value.intValue();
  }

  /** A switch, off where nothing is said of it. */
  boolean flag(String setting) {
    return config.path(setting).asBoolean(false);
  }

  /** Whether the layer adds a bias: it does where nothing is said of it. */
  boolean usesBias() {
    return config.path("use_bias").asBoolean(true);
  }

  /** A word, in lower case; empty where there is none. */
  Optional<String> word(String setting) {
    return Optional.ofNullable(config.path(setting).textValue())
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** Refuses a layer whose setting is not the one that can be taken over. */
  void require(String setting, String wanted) {
    JsonNode value = config.path(setting);
    if (!value.isMissingNode() && !value.asText().equals(wanted)) {
      throw unsupported(
          "has %s %s, only %s is supported".formatted(setting, shown(value), wanted),
          REMOVE_SETTING);
    }
  }

  /** Refuses a layer that has a setting at all. */
  void requireNone(String setting) {
    JsonNode value = config.path(setting);
    if (!value.isMissingNode() && !value.isNull()) {
      throw unsupported("has a %s, which is not supported".formatted(setting), REMOVE_SETTING);
    }
  }

  /** Refuses a layer that computes in anything but 32-bit floats. */
  void requireFloats() {
    JsonNode policy = config.path("dtype");
    String type = policy.isObject() ? policy.at("/config/name").asText() : policy.asText("float32");
    if (!policy.isNull() && !type.equals("float32")) {
      throw unsupported(
          "computes in %s, only float32 is supported".formatted(shown(policy)),
          "save the model with the dtype policy float32");
    }
  }

  static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
