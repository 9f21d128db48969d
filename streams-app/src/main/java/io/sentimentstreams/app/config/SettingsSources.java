package io.sentimentstreams.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reader of settings from the command line, the environment and a properties file. The command line
 * overrides the environment, which overrides the file, which overrides the defaults. Immutable,
 * thread-safe.
 */
public final class SettingsSources {

  private final List<SettingGroup> groups;
  private final Map<String, String> environment;

  /**
   * Creates a reader.
   *
   * @param groups every setting that may be given
   * @param environment variables by name, as of {@link System#getenv()}
   */
  public SettingsSources(List<SettingGroup> groups, Map<String, String> environment) {
    this.groups = List.copyOf(groups);
    this.environment = Map.copyOf(environment);
  }

  /** Returns every setting that may be given. */
  public List<SettingGroup> groups() {
    return groups;
  }

  /**
   * Reads some settings; other known settings may be given too, but are not validated.
   *
   * @param line the options of a command
   * @param wanted the settings to read and validate
   * @return the values with the errors found so far
   */
  public SettingValues read(CommandLineOptions line, List<SettingGroup> wanted) {
    List<ConfigError> errors = new ArrayList<>(line.errors());
    Map<String, String> given = new TreeMap<>();
    line.file().ifPresent(file -> given.putAll(fromFile(file, errors)));
    given.putAll(fromEnvironment());
    given.putAll(line.values());
    checkNames(given, errors);
    return new SettingValues(all(wanted), families(wanted), given, errors);
  }

  /**
   * Reads every setting from texts by name, as in a properties file.
   *
   * @return the values with the errors found so far
   */
  public static SettingValues read(List<SettingGroup> groups, Map<String, String> given) {
    return new SettingsSources(groups, Map.of()).read(CommandLineOptions.of(given), groups);
  }

  private static List<Setting<?>> all(List<SettingGroup> groups) {
    List<Setting<?>> settings = new ArrayList<>();
    groups.forEach(group -> settings.addAll(group.settings()));
    return settings;
  }

  private static List<SettingFamily<?>> families(List<SettingGroup> groups) {
    return groups.stream().<SettingFamily<?>>flatMap(group -> group.families().stream()).toList();
  }

  private boolean isInFamily(String name) {
    return families(groups).stream().anyMatch(family -> name.startsWith(family.prefix()));
  }

  /** Rejects unknown names, and names of Kafka's settings that have a name of their own here. */
  private void checkNames(Map<String, String> given, List<ConfigError> errors) {
    Map<String, String> ours = new TreeMap<>();
    List<String> known = new ArrayList<>();
    for (Setting<?> setting : all(groups)) {
      known.add(setting.name().file());
      setting
          .kafkaName()
          .ifPresent(kafka -> ours.put(KafkaPassThrough.PREFIX + kafka, setting.name().file()));
    }
    given.forEach(
        (name, value) -> {
          if (ours.containsKey(name)) {
            errors.add(
                new ConfigError(
                    name,
                    value,
                    "a setting of Kafka's clients that has no other name here",
                    "Set " + ours.get(name) + " instead"));
          } else if (!known.contains(name)
              && !name.startsWith(KafkaPassThrough.PREFIX)
              && !isInFamily(name)) {
            errors.add(
                new ConfigError(
                    name,
                    KafkaPassThrough.printable(name, value),
                    "the name of a setting",
                    "Remove it, or see --help for the names"));
          }
        });
  }

  private Map<String, String> fromEnvironment() {
    Map<String, String> values = new TreeMap<>();
    List<String> reserved = new ArrayList<>();
    for (Setting<?> setting : all(groups)) {
      setting.kafkaName().ifPresent(reserved::add);
      String value = environment.get(setting.name().environment());
      if (value != null) {
        values.put(setting.name().file(), value);
      }
    }
    for (SettingFamily<?> family : families(groups)) {
      environment.forEach(
          (variable, value) -> family.fileOf(variable).ifPresent(name -> values.put(name, value)));
    }
    List<String> known = new ArrayList<>(KafkaPassThrough.knownToKafka());
    known.removeAll(reserved);
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(KafkaPassThrough.ENVIRONMENT_PREFIX)) {
            String name =
                variable
                    .substring(KafkaPassThrough.ENVIRONMENT_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            if (known.contains(name)) {
              values.put(KafkaPassThrough.PREFIX + name, value);
            }
          }
        });
    return values;
  }

  private static Map<String, String> fromFile(Path file, List<ConfigError> errors) {
    Properties properties = new Properties();
    try {
      properties = PropertiesFile.load(file);
    } catch (CharacterCodingException e) {
      errors.add(
          new ConfigError(
              CommandLineOptions.CONFIG,
              file.toString(),
              "a properties file in UTF-8",
              "Save it as UTF-8; it may be UTF-16 or Latin-1"));
    } catch (IOException | IllegalArgumentException e) {
      errors.add(
          new ConfigError(
              CommandLineOptions.CONFIG,
              file.toString(),
              "a readable properties file in UTF-8",
              "Check the path and its permissions (" + e.getClass().getSimpleName() + ")"));
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      values.put(name, properties.getProperty(name));
    }
    return values;
  }
}
