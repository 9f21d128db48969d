package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Strict access to the fields of a registry's answers: a field of another type is no answer. */
final class RegistryFields {

  private RegistryFields() {}

  /**
   * Returns a string.
   *
   * @throws RegistryUnavailableException if the field is missing or has another type
   */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw wrongType(field, value, "a string");
    }
    return value.textValue();
  }

  /** Returns a string, or the default if the field is missing or null. */
  static String text(JsonNode object, String field, String fallback) {
    JsonNode value = object.path(field);
    return value.isMissingNode() || value.isNull() ? fallback : text(object, field);
  }

  /**
   * Returns an integer.
   *
   * @throws RegistryUnavailableException if the field is missing or has another type
   */
  static int integer(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isInt()) {
      throw wrongType(field, value, "an integer");
    }
    return value.intValue();
  }

  /** Returns the objects of an array; none if the field is missing or null. */
  static List<JsonNode> objects(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isMissingNode() || value.isNull() ? List.of() : objectsOf(value, field);
  }

  /**
   * Returns the objects of an array.
   *
   * @param name of the array for people
   * @throws RegistryUnavailableException if it is not an array of objects
   */
  static List<JsonNode> objectsOf(JsonNode array, String name) {
    List<JsonNode> items = StreamSupport.stream(array.spliterator(), false).toList();
    if (!array.isArray() || !items.stream().allMatch(JsonNode::isObject)) {
      throw wrongType(name, array, "an array of objects");
    }
    return items;
  }

  private static RegistryUnavailableException wrongType(
      String field, JsonNode value, String expected) {
    return new RegistryUnavailableException(
        "Response of the schema registry has another format: %s is %s instead of %s. Check"
                .formatted(field, value.getNodeType(), expected)
            + " schema.registry.url.",
        null);
  }
}
