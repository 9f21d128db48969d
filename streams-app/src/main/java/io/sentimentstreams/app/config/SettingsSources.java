package io.sentimentstreams.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import picocli.CommandLine.ParseResult;

/**
 * Brings settings together from the command line, the environment and a properties file. The
 * command line goes before the environment, the environment before the file, the file before the
 * defaults.
 */
public final class SettingsSources {

  private final Map<String, String> environment;

  /**
   * Looks into an environment.
   *
   * @param environment variables by name, as of {@link System#getenv()}
   */
  public SettingsSources(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Brings the settings together and checks them.
   *
   * @param arguments the command line
   * @throws InvalidConfigException if anything is wrong, with every fault of every source
   */
  public Settings read(String... arguments) {
    return parser(CommandLineOptions.parse(arguments)).parse();
  }

  /**
   * Brings together and checks what a command beside the application needs. Other settings of the
   * application may stand beside it in the environment and the file.
   *
   * @param parsed the options of a command that {@link CommandLineOptions#addConnection} gave to it
   * @throws InvalidConfigException if anything is wrong, with every fault of every source
   */
  public Connection readConnection(ParseResult parsed) {
    return parser(CommandLineOptions.connection(parsed)).parseConnection();
  }

  private SettingsParser parser(CommandLineOptions options) {
    List<ConfigError> faults = new ArrayList<>(options.faults());
    Map<String, String> values = new TreeMap<>();
    options.file().ifPresent(file -> values.putAll(fromFile(file, faults)));
    values.putAll(fromEnvironment());
    values.putAll(options.values());
    return new SettingsParser(values, faults);
  }

  private Map<String, String> fromEnvironment() {
    Map<String, String> values = new TreeMap<>();
    for (ConfigKey key : SettingsDefinition.keys()) {
      String value = environment.get(new SettingName(key.name).environment());
      if (value != null) {
        values.put(key.name, value);
      }
    }
    Set<String> known = KafkaPassThrough.knownToKafka();
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(KafkaPassThrough.ENVIRONMENT_PREFIX)) {
            String name =
                variable
                    .substring(KafkaPassThrough.ENVIRONMENT_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            if (known.contains(name) && !KafkaPassThrough.RESERVED.containsKey(name)) {
              values.put(KafkaPassThrough.PREFIX + name, value);
            }
          }
        });
    return values;
  }

  private static Map<String, String> fromFile(Path file, List<ConfigError> faults) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      faults.add(
          new ConfigError(
              CommandLineOptions.CONFIG,
              file.toString(),
              "a properties file in UTF-8 that can be read",
              "check its path and rights (" + e.getClass().getSimpleName() + ")"));
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return values;
  }
}
