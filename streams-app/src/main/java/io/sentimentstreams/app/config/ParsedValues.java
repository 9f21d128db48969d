package io.sentimentstreams.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** What was given as texts, each by itself read as its setting asks, and the faults so far. */
final class ParsedValues {

  private final Map<String, String> given;
  private final List<ConfigError> faults;
  private final Map<String, @Nullable Object> values = new TreeMap<>();

  /**
   * Values on top of faults that were found before.
   *
   * @param given texts by name
   * @param found faults to report together with ours
   */
  ParsedValues(Map<String, String> given, List<ConfigError> found) {
    this.given = new TreeMap<>(given);
    faults = new ArrayList<>(found);
  }

  /** Reads some settings, each by itself. */
  void read(ConfigDef definition, List<ConfigKey> keys) {
    Map<String, ConfigValue> checked = definition.validateAll(given);
    for (ConfigKey key : keys) {
      ConfigValue value = checked.get(key.name);
      if (value != null && value.errorMessages().isEmpty()) {
        values.put(key.name, value.value());
      } else {
        report(fault(key));
      }
    }
  }

  /** The texts by name. */
  Map<String, String> given() {
    return given;
  }

  /** What was passed on to Kafka's clients, by the names that they have there. */
  Map<String, String> passedOn() {
    Map<String, String> passedOn = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(KafkaPassThrough.PREFIX)) {
            passedOn.put(name.substring(KafkaPassThrough.PREFIX.length()), value);
          }
        });
    return passedOn;
  }

  void report(ConfigError fault) {
    faults.add(fault);
  }

  boolean areFaulty() {
    return !faults.isEmpty();
  }

  List<ConfigError> faults() {
    return List.copyOf(faults);
  }

  /** Whether something was given that its setting does not take. */
  boolean isFaulty(String name) {
    return given.containsKey(name) && values.get(name) == null;
  }

  /** Whether the setting was read, its default if need be. */
  boolean wasRead(String name) {
    return values.containsKey(name);
  }

  /** The value, or null if it is faulty or neither given nor set by default. */
  @Nullable Object orNull(String name) {
    return values.get(name);
  }

  String text(String name) {
    return value(name).toString();
  }

  int integer(String name) {
    return ((Number) value(name)).intValue();
  }

  boolean flag(String name) {
    return (boolean) value(name);
  }

  Duration millis(String name) {
    return Duration.ofMillis(((Number) value(name)).longValue());
  }

  /** The path, if one is given that this system can have. */
  Optional<Path> path(String name) {
    Object path = values.get(name);
    if (path == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(path.toString()));
    } catch (InvalidPathException e) {
      report(new ConfigError(name, path.toString(), "a path of this system", "name another path"));
      return Optional.empty();
    }
  }

  private ConfigError fault(ConfigKey key) {
    SettingName spelling = new SettingName(key.name);
    return new ConfigError(
        key.name,
        KafkaPassThrough.printable(key.name, given.getOrDefault(key.name, "")),
        SettingsReference.expectation(key),
        "set %s, %s or %s= in the file"
            .formatted(spelling.option(), spelling.environment(), spelling.name()));
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("setting " + name + " has neither value nor default");
    }
    return value;
  }
}
