package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * Configuration of one Keras layer.
 *
 * @param kind name of the Keras class
 * @param name name of the layer
 * @param ordinal number of preceding layers of this class
 * @param config settings of the layer
 */
record KerasLayer(String kind, String name, int ordinal, JsonNode config) {

  private static final String REMOVE_SETTING = "Import a model without this setting";

  /**
   * Reads a layer.
   *
   * @param node element of an architecture
   */
  static KerasLayer of(JsonNode node, int ordinal) {
    JsonNode config = node.path("config");
    String kind = node.path("class_name").asText();
    String name = config.path("name").asText();
    JsonNode module = node.path("module");
    if (module.isTextual() && !module.textValue().startsWith("keras.")) {
      throw new UnsupportedKerasModelException(
          "layer %s has the custom class %s.%s".formatted(name, module.textValue(), kind),
          KerasNetwork.SUPPORTED);
    }
    return new KerasLayer(kind, name, ordinal, config);
  }

  /**
   * Returns the layer inside a wrapper.
   *
   * @param setting name of the setting with the inner layer
   */
  KerasLayer wrapped(String setting) {
    JsonNode inner = config.path(setting);
    if (!inner.isObject()) {
      throw unsupported("has no inner layer", "Save the model again");
    }
    return of(inner, 0);
  }

  /** Returns an exception for this layer. */
  UnsupportedKerasModelException unsupported(String problem, String remedy) {
    return new UnsupportedKerasModelException(
        "layer %s (%s) %s".formatted(name, kind, problem), remedy);
  }

  /** Returns a positive integer. */
  int size(String setting) {
    JsonNode value = config.path(setting);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw unsupported(
          "has %s %s, which is not a positive integer".formatted(setting, abbreviated(value)),
          "Save the model again");
    }
    return value.intValue();
  }

  /** Returns a flag; false by default. */
  boolean flag(String setting) {
    return config.path(setting).asBoolean(false);
  }

  /** Returns whether the layer has a bias; true by default. */
  boolean usesBias() {
    return config.path("use_bias").asBoolean(true);
  }

  /** Returns a string in lower case; empty if it is missing. */
  Optional<String> word(String setting) {
    return Optional.ofNullable(config.path(setting).textValue())
        .map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** Rejects a layer with another value of a setting. */
  void require(String setting, String expected) {
    JsonNode value = config.path(setting);
    if (!value.isMissingNode() && !value.asText().equals(expected)) {
      throw unsupported(
          "has %s %s, only %s is supported".formatted(setting, abbreviated(value), expected),
          REMOVE_SETTING);
    }
  }

  /** Rejects a layer with a value of a setting. */
  void requireNone(String setting) {
    JsonNode value = config.path(setting);
    if (!value.isMissingNode() && !value.isNull()) {
      throw unsupported("has the unsupported setting %s".formatted(setting), REMOVE_SETTING);
    }
  }

  /** Rejects a layer that does not compute with 32-bit floats. */
  void requireFloats() {
    JsonNode policy = config.path("dtype");
    String type = policy.isObject() ? policy.at("/config/name").asText() : policy.asText("float32");
    if (!policy.isNull() && !type.equals("float32")) {
      throw unsupported(
          "computes in %s, only float32 is supported".formatted(abbreviated(policy)),
          "Save the model with the dtype policy float32");
    }
  }

  static String abbreviated(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
