package io.sentimentstreams.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one declaration of settings that differ in the last part of their name, which the user
 * chooses. Immutable.
 *
 * @param prefix with a dot, such as {@code models.route.}
 * @param placeholder of the last part and of the value, such as {@code LANG=BUNDLE}
 * @param type of the values
 * @param sentence the description for help and reference, in one or more sentences
 * @param check of a value
 * @param names check of the last part
 */
public record SettingFamily<T>(
    String prefix,
    String placeholder,
    SettingType<T> type,
    String sentence,
    Check<T> check,
    Names names) {

  /**
   * The last parts of names.
   *
   * @param check of the last part in a properties file
   * @param fromEnvironment returns it from the lower-case last part of a variable
   */
  public record Names(Check<String> check, UnaryOperator<String> fromEnvironment) {}

  /** Returns the command-line option, such as {@code --models-route}. */
  public String option() {
    return "--" + prefix.substring(0, prefix.length() - 1).replace('.', '-');
  }

  /** Returns the beginning of environment variables, such as {@code MODELS_ROUTE_}. */
  public String environmentPrefix() {
    return prefix.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Returns the name of a setting in a properties file. */
  public String file(String name) {
    return prefix + name;
  }

  /** Returns the last part of a name in a properties file; empty if it has another prefix. */
  Optional<String> name(String file) {
    return file.startsWith(prefix)
        ? Optional.of(file.substring(prefix.length()))
        : Optional.empty();
  }

  /** Returns the name in a properties file of an environment variable; empty if it is another. */
  Optional<String> fileOf(String variable) {
    String start = environmentPrefix();
    return variable.startsWith(start) && variable.length() > start.length()
        ? Optional.of(
            file(
                names
                    .fromEnvironment()
                    .apply(variable.substring(start.length()).toLowerCase(Locale.ROOT))))
        : Optional.empty();
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

  /** Returns type and condition of the values. */
  public String expectation() {
    return check.expectation().isEmpty() ? type.name() : type.name() + ", " + check.expectation();
  }

  /** Returns the error of an invalid name. */
  ConfigError nameError(String file, String given) {
    return new ConfigError(
        file,
        given,
        "%s in place of %s".formatted(names.check().expectation(), part()),
        "Rename the setting");
  }

  /** Returns the error of an invalid value. */
  ConfigError valueError(String file, String given) {
    return new ConfigError(
        file,
        given,
        expectation(),
        "Set %s %s or %s= in the file".formatted(option(), placeholder, file));
  }

  /** Returns the placeholder of the last part, such as {@code LANG}. */
  public String part() {
    return placeholder.substring(0, placeholder.indexOf('='));
  }
}
