package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Configuration of one Keras layer.
 *
 * @param kind name of the Keras class
 * @param name name of the layer
 * @param label name in a bundle
 * @param ordinal number of preceding layers of this class
 * @param config settings of the layer
 * @param call settings of a TensorFlow operation, which are not part of {@code config}
 */
record KerasLayer(
    String kind, String name, String label, int ordinal, JsonNode config, JsonNode call) {

  private static final int MAX_LABEL = 64;
  private static final Pattern CUSTOM_CLASS = Pattern.compile("(?!keras>).*>.*");

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
    String module = node.path("module").asText("keras.layers");
    String registered = node.path("registered_name").asText("");
    if (!(module.startsWith("keras.") || module.startsWith("tf_keras.") || module.equals("null"))
        || CUSTOM_CLASS.matcher(registered).matches()
        || CUSTOM_CLASS.matcher(kind).matches()) {
      throw new UnsupportedKerasModelException(
          "layer %s has the custom class %s.%s".formatted(name, module, kind),
          KerasNetwork.SUPPORTED);
    }
    return new KerasLayer(kind, name, label(name), ordinal, config, node.at("/inbound_nodes/0/3"));
  }

  /** Returns a name that bundles accept: letters, digits and few other characters. */
  private static String label(String name) {
    String label = name.replaceAll("[^A-Za-z0-9_.-]", "_");
    return label.substring(0, Math.min(MAX_LABEL, label.length()));
  }

  /** Returns this layer with another name in the bundle. */
  KerasLayer withLabel(String other) {
    return new KerasLayer(kind, name, other, ordinal, config, call);
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

  /** Rejects a layer with a number other than the expected one; a missing one is expected. */
  void requireNumber(String setting, double expected) {
    JsonNode value = config.path(setting);
    if (!value.isMissingNode() && !value.isNull() && value.asDouble(Double.NaN) != expected) {
      throw unsupported(
          "has %s %s, only %s is supported".formatted(setting, abbreviated(value), expected),
          REMOVE_SETTING);
    }
  }

  /** Returns the precision of the layer's computation. */
  KerasPrecision precision() {
    JsonNode policy = config.path("dtype");
    String type = policy.isObject() ? policy.at("/config/name").asText() : policy.asText("float32");
    return KerasPrecision.of(policy.isNull() ? "float32" : type)
        .orElseThrow(
            () ->
                unsupported(
                    "has the dtype policy %s".formatted(abbreviated(policy)),
                    "Build the model with dtype='float32', copy the weights with"
                        + " set_weights(model.get_weights()), and save it"));
  }

  static String abbreviated(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
