package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules of Confluent's data contracts with which producers encrypt values. */
final class EncryptionRules {

  private static final String ENCRYPT = "ENCRYPT";
  private static final List<String> KINDS = List.of("domainRules", "encodingRules");

  private EncryptionRules() {}

  /**
   * Returns the first rule that encrypts a record or its fields, in words.
   *
   * @param schema answer of a registry
   */
  static Optional<String> in(JsonNode schema) {
    Optional<JsonValue> rules = JsonValue.of("", schema).optional("ruleSet");
    return KINDS.stream()
        .flatMap(kind -> rules.flatMap(set -> set.optional(kind)).stream())
        .flatMap(array -> array.elements().stream())
        .filter(rule -> !rule.object().node().path("disabled").booleanValue())
        .filter(EncryptionRules::encrypts)
        .findFirst()
        .map(
            rule ->
                "its rule '%s' of type %s encrypts values, and this application has no keys"
                    .formatted(text(rule, "name", "without a name"), rule.field("type").text()));
  }

  private static String text(JsonValue rule, String field, String fallback) {
    return rule.optional(field).map(JsonValue::text).orElse(fallback);
  }

  private static boolean encrypts(JsonValue rule) {
    return text(rule, "type", "").toUpperCase(Locale.ROOT).startsWith(ENCRYPT);
  }
}
