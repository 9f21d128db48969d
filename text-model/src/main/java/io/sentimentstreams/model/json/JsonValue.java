package io.sentimentstreams.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value with its place in the document. Access is typed and never converts: a number is not
 * read from a string, and an integer outside its range is an error. Duplicate fields and content
 * after the document are errors. Immutable.
 */
public final class JsonValue {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String place;
  private final JsonNode node;

  private JsonValue(String place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  /** Returns a value that another reader parsed. */
  public static JsonValue of(String place, JsonNode node) {
    return new JsonValue(place, node);
  }

  /**
   * Parses a document.
   *
   * @throws InvalidJsonException if it is empty or not JSON
   */
  public static JsonValue parse(String json) {
    try {
      String text = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
      return root(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new InvalidJsonException("", JsonProblem.of(e), e);
    }
  }

  /**
   * Parses a document in UTF-8, UTF-16 or UTF-32.
   *
   * @throws InvalidJsonException if it is empty or not JSON
   */
  public static JsonValue parse(byte[] json) {
    try {
      return root(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new InvalidJsonException("", JsonProblem.of(e), e);
    } catch (IOException e) { // malformed UTF-8 or UTF-32
      throw new InvalidJsonException("", "is not JSON: its encoding is not UTF-8", e);
    }
  }

  private static JsonValue root(JsonNode node) {
    if (node.isMissingNode()) {
      throw new InvalidJsonException("", "is empty");
    }
    return new JsonValue("", node);
  }

  /** Returns the path of the value; empty for the document. */
  public String place() {
    return place;
  }

  /** Returns the value itself. */
  public JsonNode node() {
    return node;
  }

  /** Returns a field of this object, which must have it; a field that is null does not count. */
  public JsonValue field(String name) {
    return optional(name).orElseThrow(() -> new InvalidJsonException(path(name), "is missing"));
  }

  /** Returns a field of this object; empty if it is missing or null. */
  public Optional<JsonValue> optional(String name) {
    return Optional.ofNullable(object().node.get(name))
        .filter(value -> !value.isNull())
        .map(value -> new JsonValue(path(name), value));
  }

  /** Returns this value, which must be an object. */
  public JsonValue object() {
    return require(node.isObject(), "an object");
  }

  /** Returns the fields of this object by name, in order. */
  public Map<String, JsonValue> fields() {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    object()
        .node
        .properties()
        .forEach(
            each -> fields.put(each.getKey(), new JsonValue(path(each.getKey()), each.getValue())));
    return fields;
  }

  /** Returns the elements of this array. */
  public List<JsonValue> elements() {
    require(node.isArray(), "an array");
    List<JsonValue> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonValue("%s[%d]".formatted(place, i), node.get(i)));
    }
    return elements;
  }

  /** Returns this string. */
  public String text() {
    return require(node.isTextual(), "a string").node.textValue();
  }

  /** Returns this boolean. */
  public boolean bool() {
    return require(node.isBoolean(), "true or false").node.booleanValue();
  }

  /** Returns this number, which is finite. */
  public double number() {
    require(node.isNumber(), "a number");
    return require(Double.isFinite(node.doubleValue()), "a number of double precision")
        .node
        .doubleValue();
  }

  /**
   * Returns this whole number, written without a decimal point.
   *
   * @param min smallest value
   * @param max largest value
   */
  public int integer(int min, int max) {
    boolean valid =
        node.isIntegralNumber()
            && node.canConvertToInt()
            && node.intValue() >= min
            && node.intValue() <= max;
    return require(valid, "a whole number from %d to %d".formatted(min, max)).node.intValue();
  }

  private JsonValue require(boolean valid, String expected) {
    if (!valid) {
      throw new InvalidJsonException(
          place, "must be %s, was %s".formatted(expected, JsonProblem.quote(node.toString())));
    }
    return this;
  }

  private String path(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
