package io.sentimentstreams.trainer.data.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converter of JSON objects into rows. The first object with both fields determines their names.
 * Not thread-safe.
 */
final class JsonRow {

  /**
   * Parser that accepts NaN, which Python writes for missing values, and rejects a field that
   * occurs twice.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Parser of several values after each other. */
  static final JsonMapper VALUES =
      MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final ReadSettings settings;
  private final RowCollector rows;
  private @Nullable String textField;
  private @Nullable String labelField;

  JsonRow(ReadSettings settings, RowCollector rows) {
    this.settings = settings;
    this.rows = rows;
  }

  /** Parses a line and passes its row to the collector. */
  void line(long number, String text) {
    JsonNode value;
    try {
      value = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      rows.bad(number, JsonProblem.ofLine(e));
      return;
    }
    value(number, value);
  }

  /** Passes the row of a value to the collector. */
  void value(long line, JsonNode value) {
    if (!value.isObject()) {
      rows.bad(line, "not a JSON object");
      return;
    }
    Optional<String> text = name(value, textField, settings.textNames());
    Optional<String> label = name(value, labelField, settings.labelNames());
    if (text.isEmpty()) {
      rows.bad(line, missing(value));
      return;
    }
    if (label.isEmpty()) {
      rows.bad(line, "no field " + settings.labelNames().listed());
      return;
    }
    if (textField == null) {
      textField = text.get();
      labelField = label.get();
      rows.chosen(text.get(), label.get());
    }
    emit(line, value, value.path(text.get()), value.path(label.get()));
  }

  private void emit(long line, JsonNode object, JsonNode text, JsonNode label) {
    if (!text.isTextual() && !isMissing(text)) {
      rows.bad(
          line,
          text.isContainerNode()
              ? "the text is a JSON %s; use to_json(orient='records', lines=True) of pandas"
                  .formatted(kind(text))
              : "the text is not a JSON string");
    } else if (label.isContainerNode()) {
      rows.bad(
          line,
          "the label is a JSON %s, expected a string, number or boolean".formatted(kind(label)));
    } else {
      rows.row(
          new LabelledRow(
              line,
              isMissing(text) ? "" : text.textValue(),
              label.isNull() ? "" : label.asText(),
              optional(object, settings.layout().id()),
              optional(object, settings.layout().split()),
              optional(object, settings.layout().domain())));
    }
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a text is null or NaN, as programs write missing values. */
  private static boolean isMissing(JsonNode text) {
    return text.isNull() || (text.isFloatingPointNumber() && Double.isNaN(text.doubleValue()));
  }

  private String missing(JsonNode object) {
    List<String> arrays = new ArrayList<>();
    object
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isArray()) {
                arrays.add(field.getKey());
              }
            });
    return "no field "
        + settings.textNames().listed()
        + (arrays.isEmpty()
            ? ""
            : "; write the objects of '%s' as the only array of the file".formatted(arrays.get(0)));
  }

  private static Optional<String> name(JsonNode object, @Nullable String known, ColumnNames names) {
    if (known != null && object.has(known)) {
      return Optional.of(known);
    }
    if (known != null) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    object.fieldNames().forEachRemaining(fields::add);
    return names.indexIn(fields).map(fields::get);
  }

  private static Optional<String> optional(JsonNode object, ColumnChoice choice) {
    return choice
        .name()
        .map(object::path)
        .filter(node -> node.isTextual() || node.isIntegralNumber())
        .map(JsonNode::asText);
  }
}
