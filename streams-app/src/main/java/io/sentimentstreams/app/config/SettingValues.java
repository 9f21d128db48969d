package io.sentimentstreams.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of some settings and the errors found so far. Features read their settings here; they
 * report values that do not fit together before {@link #throwIfInvalid} is called. Confined to its
 * thread.
 */
public final class SettingValues {

  private final List<Setting<?>> settings;
  private final List<SettingFamily<?>> families;
  private final Map<String, String> given;
  private final Map<String, Object> values = new TreeMap<>();
  private final List<ConfigError> errors;

  /**
   * Parses and checks each setting by itself.
   *
   * @param settings to read
   * @param families to read
   * @param given texts by name, of these and other settings
   * @param found errors that were found before
   */
  SettingValues(
      List<Setting<?>> settings,
      List<SettingFamily<?>> families,
      Map<String, String> given,
      List<ConfigError> found) {
    this.settings = List.copyOf(settings);
    this.families = List.copyOf(families);
    this.given = new TreeMap<>(given);
    errors = new ArrayList<>(found);
    settings.forEach(this::parse);
    families.forEach(this::parse);
    kafka().forEach((name, text) -> checkReferences(KafkaPassThrough.PREFIX + name, text));
  }

  private void parse(Setting<?> setting) {
    String name = setting.name().file();
    String text = given.get(name);
    if (text == null) {
      if (setting.fallback() instanceof Setting.Default.Required<?>) {
        report(setting.error(""));
      } else if (setting.fallback() instanceof Setting.Default.Fixed<?> fixed) {
        values.put(name, fixed.value());
      }
      return;
    }
    try {
      values.put(name, setting.parse(text));
      if (setting.type().secret()) {
        checkReferences(name, text);
      }
    } catch (RuntimeException e) {
      // Each type has its own exceptions; the error says more than they do.
      report(setting.error(text));
    }
  }

  private void parse(SettingFamily<?> family) {
    given.forEach(
        (file, text) -> {
          if (family.name(file).isPresent()) {
            parse(family, file, text);
          }
        });
  }

  private void parse(SettingFamily<?> family, String file, String text) {
    if (!family.names().check().accepts().test(family.name(file).orElse(""))) {
      report(family.nameError(file, text));
      return;
    }
    try {
      values.put(file, family.parse(text));
    } catch (RuntimeException e) {
      // Each type has its own exceptions; the error says more than they do.
      report(family.valueError(file, text));
    }
  }

  private void checkReferences(String name, String text) {
    SecretReferences.problem(text)
        .ifPresent(
            problem ->
                report(
                    new ConfigError(
                        name,
                        KafkaPassThrough.printable(name, text),
                        "references that can be resolved (" + problem + ")",
                        "Create the target, or make it readable for this user")));
  }

  /**
   * Returns a value.
   *
   * @throws IllegalStateException if the setting is invalid, or has neither a value nor a default
   */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(
            () -> new IllegalStateException("Setting without a value: " + setting.name() + "."));
  }

  /** Returns a value or its default; empty if it is invalid or there is none. */
  @SuppressWarnings("unchecked") // Only values of their own type are put.
  public <T> Optional<T> find(Setting<T> setting) {
    T value = (T) values.get(setting.name().file());
    if (value == null
        && !isGiven(setting)
        && setting.fallback() instanceof Setting.Default.Derived<T> derived) {
      return derived.value().apply(this);
    }
    return Optional.ofNullable(value);
  }

  /** Returns the valid values of a family by the last part of their names. */
  @SuppressWarnings("unchecked") // Only values of their own type are put.
  public <T> SortedMap<String, T> all(SettingFamily<T> family) {
    SortedMap<String, T> all = new TreeMap<>();
    values.forEach((file, value) -> family.name(file).ifPresent(name -> all.put(name, (T) value)));
    return all;
  }

  /** Returns whether a text was given for a setting of a family, valid or not. */
  public boolean isGiven(SettingFamily<?> family) {
    return given.keySet().stream().anyMatch(file -> family.name(file).isPresent());
  }

  /** Returns whether a text was given, valid or not. */
  public boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting.name().file());
  }

  /** Returns the settings of Kafka's clients by Kafka's names; may hold secrets. */
  public Map<String, String> kafka() {
    Map<String, String> kafka = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(KafkaPassThrough.PREFIX)) {
            kafka.put(name.substring(KafkaPassThrough.PREFIX.length()), value);
          }
        });
    return kafka;
  }

  /** Adds an error. */
  public void report(ConfigError error) {
    errors.add(error);
  }

  /**
   * Adds an error of a setting whose value does not fit the others.
   *
   * @param expectation a valid value in words
   * @param remedy an imperative without a full stop
   */
  public <T> void report(Setting<T> setting, String expectation, String remedy) {
    String value = find(setting).map(setting::print).orElse("");
    report(new ConfigError(setting.name().file(), value, expectation, remedy));
  }

  /** Throws every error at once. */
  public void throwIfInvalid() {
    if (!errors.isEmpty()) {
      throw new InvalidConfigException(errors);
    }
  }

  List<Setting<?>> settings() {
    return settings;
  }

  /** Returns every setting that has a value as name=value on one line, without secrets. */
  @Override
  public String toString() {
    Map<String, String> printed = new TreeMap<>();
    settings.forEach(setting -> print(setting, printed));
    families.forEach(family -> print(family, printed));
    kafka()
        .forEach(
            (name, value) ->
                printed.put(
                    KafkaPassThrough.PREFIX + name, KafkaPassThrough.printable(name, value)));
    return printed.entrySet().stream()
        .map(entry -> OneLine.of(entry.getKey()) + "=" + quoted(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private <T> void print(Setting<T> setting, Map<String, String> printed) {
    find(setting).ifPresent(value -> printed.put(setting.name().file(), setting.print(value)));
  }

  private <T> void print(SettingFamily<T> family, Map<String, String> printed) {
    all(family)
        .forEach(
            (name, value) -> printed.put(family.file(name), family.type().printer().apply(value)));
  }

  private static String quoted(String value) {
    String line = OneLine.of(value);
    return line.contains(" ") ? "\"" + line + "\"" : line;
  }
}
