package io.sentimentstreams.trainer.softlabel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.json.JsonProblem;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parser of JSON lines: a header {@code {"teacher": .., "labels": [..]}}, then an object per text.
 *
 * @param header facts in the header
 * @param order labels of the file
 */
record JsonRowParser(SoftLabelHeader header, LabelOrder order) implements RowParser {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(10).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final String PROBABILITIES = "probabilities";
  private static final String WEIGHT = "weight";
  private static final Set<String> FIELDS = Set.of(TEXT, ID, PROBABILITIES, WEIGHT);

  /** Parses the header. */
  static JsonRowParser of(Place place, String line, Labels training) {
    JsonNode object = object(place, line);
    JsonNode teacher = object.path("teacher");
    JsonNode labels = object.path("labels");
    if (!teacher.isTextual() || !labels.isArray()) {
      throw place.error(
          "no header with a teacher and its labels",
          "Begin the file with a line such as {\"teacher\": \"NAME\", \"labels\": [\"%s\"]}"
              .formatted(String.join("\", \"", training.names())));
    }
    List<String> names = new ArrayList<>();
    for (JsonNode label : labels) {
      if (!label.isTextual()) {
        throw place.error("a label is not a JSON string", "Write the labels in quotes");
      }
      names.add(label.textValue());
    }
    JsonNode date = object.path("date");
    if (!date.isMissingNode() && !date.isTextual()) {
      throw place.error("the date is not a JSON string", "Use ISO 8601, such as \"2026-01-31\"");
    }
    return new JsonRowParser(
        SoftLabelHeader.checked(place, teacher.textValue(), Optional.ofNullable(date.textValue())),
        LabelOrder.of(place, names, training));
  }

  @Override
  public SoftLabelRow row(Place place, String line) {
    JsonNode object = object(place, line);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw place.error(
                    "unknown field '%s'".formatted(PrintableText.of(name, 40)),
                    "Use text or id, probabilities and weight");
              }
            });
    if (object.has(TEXT) == object.has(ID)) {
      throw place.error(
          object.has(TEXT) ? "a text and an id" : "neither a text nor an id",
          "Write one of text and id");
    }
    double[] probabilities = order.arranged(place, values(place, object.path(PROBABILITIES)));
    double weight = object.has(WEIGHT) ? number(place, WEIGHT, object.path(WEIGHT)) : 1;
    return object.has(TEXT)
        ? SoftLabelRow.ofText(place, string(place, object, TEXT), probabilities, weight)
        : SoftLabelRow.ofId(place, string(place, object, ID), probabilities, weight);
  }

  private double[] values(Place place, JsonNode node) {
    double[] values = new double[order.names().size()];
    if (!node.isArray() && !node.isObject()) {
      throw place.error(
          "no probabilities", "Add \"probabilities\", an array or an object by label");
    }
    if (node.size() != values.length || (node.isObject() && !hasAllLabels(node))) {
      throw place.error(
          node.isObject()
              ? "probabilities of other labels than those of the header"
              : "%d probabilities for %d labels".formatted(node.size(), values.length),
          "Write one probability for each of " + String.join(", ", order.names()));
    }
    for (int i = 0; i < values.length; i++) {
      String name = order.names().get(i);
      values[i] = number(place, name, node.isArray() ? node.path(i) : node.path(name));
    }
    return values;
  }

  private boolean hasAllLabels(JsonNode node) {
    return order.names().stream().allMatch(node::has);
  }

  private static double number(Place place, String name, JsonNode node) {
    if (!node.isNumber()) {
      throw place.error("'%s' is not a JSON number".formatted(name), "Write a number");
    }
    return node.doubleValue();
  }

  private static String string(Place place, JsonNode object, String name) {
    if (!object.path(name).isTextual()) {
      throw place.error("the %s is not a JSON string".formatted(name), "Write it in quotes");
    }
    return object.path(name).textValue();
  }

  private static JsonNode object(Place place, String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (!node.isObject()) {
        throw place.error("not a JSON object", "Write one object per line");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw place.error(JsonProblem.ofLine(e), "Write one JSON object per line");
    }
  }
}
