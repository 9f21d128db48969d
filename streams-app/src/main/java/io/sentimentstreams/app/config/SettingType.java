package io.sentimentstreams.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The type of a setting's value. Immutable.
 *
 * @param name as printed in help and in the reference
 * @param parser of a text; throws an unchecked exception if the text has another type
 * @param printer of a value
 * @param secret whether values are never printed
 */
public record SettingType<T>(
    String name, Function<String, T> parser, Function<T, String> printer, boolean secret) {

  /** Text without surrounding white space. */
  public static final SettingType<String> STRING = of("string", String::strip);

  /** A secret or a reference to it, see {@link SecretReferences}. */
  public static final SettingType<String> PASSWORD =
      new SettingType<>("password", Function.identity(), unused -> KafkaPassThrough.REDACTED, true);

  public static final SettingType<Integer> INT =
      of("int", text -> (Integer) kafka(text, ConfigDef.Type.INT));

  public static final SettingType<Double> DOUBLE =
      of("double", text -> (Double) kafka(text, ConfigDef.Type.DOUBLE));

  public static final SettingType<Boolean> BOOLEAN =
      of("boolean", text -> (Boolean) kafka(text, ConfigDef.Type.BOOLEAN));

  /** A path of the local file system. */
  public static final SettingType<Path> PATH = of("path", text -> Path.of(text.strip()));

  /** A duration as a whole number of milliseconds. */
  public static final SettingType<Duration> MILLISECONDS =
      new SettingType<>(
          "milliseconds",
          text -> Duration.ofMillis((Long) kafka(text, ConfigDef.Type.LONG)),
          duration -> Long.toString(duration.toMillis()),
          false);

  /**
   * Creates a type whose values are printed by {@code toString}.
   *
   * @param name as printed in help and in the reference
   * @param parser of a text; throws an unchecked exception if the text has another type
   */
  public static <T> SettingType<T> of(String name, Function<String, T> parser) {
    return new SettingType<>(name, parser, String::valueOf, false);
  }

  /**
   * Creates the type of one of several constants.
   *
   * @param constants all of them
   * @param spelling of a constant in settings
   */
  public static <E extends Enum<E>> SettingType<E> oneOf(
      E[] constants, Function<E, String> spelling) {
    String name = Arrays.stream(constants).map(spelling).collect(Collectors.joining(" | "));
    return new SettingType<>(name, text -> constant(constants, spelling, text), spelling, false);
  }

  private static <E extends Enum<E>> E constant(
      E[] constants, Function<E, String> spelling, String text) {
    for (E constant : constants) {
      if (spelling.apply(constant).equals(text.strip())) {
        return constant;
      }
    }
    throw new IllegalArgumentException("Unknown value: '%s'.".formatted(text));
  }

  private static Object kafka(String text, ConfigDef.Type type) {
    return ConfigDef.parseType("setting", text, type);
  }
}
