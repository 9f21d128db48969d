package io.sentimentstreams.app.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * The one declaration of a setting, made by the feature that uses it. The command line, the
 * environment, the validation, the printed settings and the reference page are derived from it.
 * Immutable.
 *
 * @param name in its three spellings
 * @param type of the value
 * @param sentence the description for help and reference, in one or more sentences
 * @param fallback the value if none is given
 * @param check of a value
 * @param kafkaName the name under which Kafka knows the setting, if it does
 */
public record Setting<T>(
    SettingName name,
    SettingType<T> type,
    String sentence,
    Default<T> fallback,
    Check<T> check,
    Optional<String> kafkaName) {

  /** The value of a setting that is not given. */
  public sealed interface Default<T> {

    /** The setting must be given. */
    record Required<T>() implements Default<T> {}

    /** The setting may be missing. */
    record None<T>() implements Default<T> {}

    /** The same value always. */
    record Fixed<T>(T value) implements Default<T> {}

    /**
     * A value that depends on other settings or on the machine.
     *
     * @param text the rule, for help and reference
     * @param value returns the value; empty if a setting that it depends on is invalid
     */
    record Derived<T>(String text, Function<SettingValues, Optional<T>> value)
        implements Default<T> {}
  }

  /**
   * Creates an optional setting without a default.
   *
   * @param name as in a properties file
   * @param type of the value
   * @param sentence the description for help and reference
   */
  public static <T> Setting<T> of(String name, SettingType<T> type, String sentence) {
    return new Setting<>(
        new SettingName(name), type, sentence, new Default.None<>(), Check.any(), Optional.empty());
  }

  /** Returns this setting, but it must be given. */
  public Setting<T> required() {
    return withFallback(new Default.Required<>());
  }

  /** Returns this setting with a default value. */
  public Setting<T> withDefault(T value) {
    return withFallback(new Default.Fixed<>(value));
  }

  /**
   * Returns this setting with a default that depends on other settings or on the machine.
   *
   * @param text the rule, for help and reference
   * @param value returns the value; empty if a setting that it depends on is invalid
   */
  public Setting<T> withDefault(String text, Function<SettingValues, Optional<T>> value) {
    return withFallback(new Default.Derived<>(text, value));
  }

  /** Returns this setting with a condition on its value. */
  public Setting<T> checkedBy(Check<T> condition) {
    return new Setting<>(name, type, sentence, fallback, condition, kafkaName);
  }

  /** Returns this setting; {@code kafka.NAME} is rejected in its favour. */
  public Setting<T> insteadOfKafka(String kafka) {
    return new Setting<>(name, type, sentence, fallback, check, Optional.of(kafka));
  }

  /** Returns type and condition, such as {@code int, 1 to 512}. */
  public String expectation() {
    return check.expectation().isEmpty() ? type.name() : type.name() + ", " + check.expectation();
  }

  /** Returns the default in words: {@code required}, {@code none}, a value or a rule. */
  public String defaultText() {
    if (fallback instanceof Default.Fixed<T> fixed) {
      return type.printer().apply(fixed.value());
    }
    if (fallback instanceof Default.Derived<T> derived) {
      return derived.text();
    }
    return fallback instanceof Default.Required<T> ? "required" : "none";
  }

  /**
   * Returns a value as it may be printed.
   *
   * @param value that {@link #parse} returned
   */
  public String print(T value) {
    return type.printer().apply(value);
  }

  /**
   * Returns the value of a text.
   *
   * @throws RuntimeException if the text has another type or the value is not accepted
   */
  T parse(String text) {
    T value = type.parser().apply(text);
    if (!check.accepts().test(value)) {
      throw new IllegalArgumentException("Rejected value: '%s'.".formatted(text));
    }
    return value;
  }

  /**
   * Returns the error of an invalid or missing value.
   *
   * @param given the text; empty if the setting is missing
   */
  ConfigError error(String given) {
    return new ConfigError(
        name.file(),
        printable(given),
        expectation(),
        "Set %s, %s or %s= in the file".formatted(name.option(), name.environment(), name.file()));
  }

  private String printable(String given) {
    return type.secret() && !given.isEmpty()
        ? KafkaPassThrough.REDACTED
        : KafkaPassThrough.printable(name.file(), given);
  }

  private Setting<T> withFallback(Default<T> value) {
    return new Setting<>(name, type, sentence, value, check, kafkaName);
  }
}
