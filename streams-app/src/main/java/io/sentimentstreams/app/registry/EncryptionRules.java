package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
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
    JsonNode rules = schema.path("ruleSet");
    return KINDS.stream()
        .flatMap(kind -> RegistryFields.objects(rules, kind).stream())
        .filter(rule -> !rule.path("disabled").booleanValue())
        .filter(EncryptionRules::encrypts)
        .findFirst()
        .map(
            rule ->
                "its rule '%s' of type %s encrypts values, and this application has no keys"
                    .formatted(
                        RegistryFields.text(rule, "name", "without a name"),
                        RegistryFields.text(rule, "type")));
  }

  private static boolean encrypts(JsonNode rule) {
    return RegistryFields.text(rule, "type", "").toUpperCase(Locale.ROOT).startsWith(ENCRYPT);
  }
}
