package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.AvroRuntimeException;

/**
 * The text of a writer's schema, without the parts that Avro's parser checks but reading does not
 * use.
 */
final class SchemaText {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NAME = "name";

  private SchemaText() {}

  /**
   * Returns a schema without a byte order mark and without the defaults of its enums. A top-level
   * record without a name gets one.
   *
   * @throws AvroRuntimeException if it is not JSON
   */
  static String readable(String schema) {
    JsonNode root = json(schema.startsWith("\uFEFF") ? schema.substring(1) : schema);
    clean(root);
    if (root instanceof ObjectNode record
        && "record".equals(record.path("type").textValue())
        && !record.has(NAME)) {
      record.put(NAME, "record");
    }
    return root.toString();
  }

  private static JsonNode json(String schema) {
    try {
      return MAPPER.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new AvroRuntimeException(
          "it is not JSON (line %d, column %d)"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    }
  }

  /** Visits types only, because a field's default may look like a type. */
  private static void clean(JsonNode type) {
    if (type.isArray()) {
      type.forEach(SchemaText::clean);
    } else if (type instanceof ObjectNode object) {
      if ("enum".equals(object.path("type").textValue())) {
        object.remove("default");
      }
      clean(object.path("type"));
      clean(object.path("items"));
      clean(object.path("values"));
      object.path("fields").forEach(field -> clean(field.path("type")));
    }
  }
}
