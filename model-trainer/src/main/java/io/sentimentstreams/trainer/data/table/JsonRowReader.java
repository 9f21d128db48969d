package io.sentimentstreams.trainer.data.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.trainer.data.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reader of JSON lines: objects with a text and a label, which is a string, a number, a boolean or
 * null. A field that occurs twice makes the line bad.
 */
final class JsonRowReader implements RowReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Python writes NaN for a missing label.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final ReadSettings settings;

  JsonRowReader(ReadSettings settings) {
    this.settings = settings;
  }

  @Override
  public void read(InputStream in, RowCollector rows) throws IOException {
    Utf8Lines.forEach(in, new Lines(rows));
  }

  private final class Lines implements Utf8Lines.Consumer {

    private final RowCollector rows;

    Lines(RowCollector rows) {
      this.rows = rows;
    }

    @Override
    public void line(long number, String text) {
      if (text.isBlank()) {
        return;
      }
      JsonNode object;
      try {
        object = MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        rows.bad(number, problem(e));
        return;
      }
      if (object.isObject()) {
        handOver(number, object);
      } else {
        rows.bad(number, "not a JSON object");
      }
    }

    private void handOver(long number, JsonNode object) {
      Optional<JsonNode> text = field(object, settings.textNames());
      Optional<String> label = label(object);
      if (text.isEmpty()) {
        rows.bad(number, "no field " + String.join(" or ", settings.textNames()));
      } else if (!text.get().isTextual()) {
        rows.bad(number, "the text is not a JSON string");
      } else if (label.isEmpty()) {
        rows.bad(number, "no label: no string, number or boolean " + labelNames());
      } else {
        rows.row(
            new LabelledRow(
                number,
                text.get().textValue(),
                label.get(),
                name(object, "id"),
                name(object, "split")));
      }
    }

    /** Returns the label, "" for null; empty if there is none or it is an object or an array. */
    private Optional<String> label(JsonNode object) {
      Optional<JsonNode> present = field(object, settings.labelNames());
      if (present.isEmpty()) {
        return settings.labelNames().stream().anyMatch(object::has)
            ? Optional.of("")
            : Optional.empty();
      }
      return present.filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private String labelNames() {
      return String.join(" or ", settings.labelNames());
    }

    @Override
    public void bad(long number, String problem) {
      rows.bad(number, problem);
    }
  }

  private static String problem(JsonProcessingException e) {
    String original = e.getOriginalMessage();
    String duplicate = "Duplicate field ";
    return original.startsWith(duplicate)
        ? "duplicate field " + PrintableText.of(original.substring(duplicate.length()))
        : "malformed JSON (" + PrintableText.of(original) + ")";
  }

  private static Optional<JsonNode> field(JsonNode object, List<String> names) {
    return names.stream().filter(object::hasNonNull).map(object::path).findFirst();
  }

  private static boolean isName(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber();
  }

  private static Optional<String> name(JsonNode object, String field) {
    return Optional.of(object.path(field)).filter(JsonRowReader::isName).map(JsonNode::asText);
  }
}
