package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.ConnectionSettings;
import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingValues;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.item.ItemSettings;
import io.sentimentstreams.app.item.ItemTopics;
import io.sentimentstreams.app.page.PageSettings;
import io.sentimentstreams.app.registry.RegistryDefinition;
import io.sentimentstreams.app.registry.RegistrySettings;
import io.sentimentstreams.app.review.InputFormat;
import io.sentimentstreams.app.serving.ModelSettings;
import io.sentimentstreams.app.streams.StreamsSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of every feature, validated. Immutable. */
public final class Settings {

  /** Every setting, in the order of help and reference. */
  public static final List<SettingGroup> GROUPS =
      List.of(
          ConnectionSettings.GROUP,
          ModelSettings.GROUP,
          new SettingGroup("Records", List.of(InputFormat.SETTING, DeadLetterText.SETTING)),
          StreamsSettings.GROUP,
          HttpSettings.GROUP,
          PageSettings.GROUP,
          RegistryDefinition.GROUP,
          ItemTopics.GROUP,
          ItemSettings.GROUP);

  private final Connection connection;
  private final ModelSettings model;
  private final InputFormat inputFormat;
  private final DeadLetterText deadLetterText;
  private final StreamsSettings streams;
  private final HttpSettings http;
  private final Optional<RegistrySettings> registry;
  private final Optional<ItemTopics> itemTopics;
  private final Optional<ItemSettings> items;
  private final String printed;

  private Settings(SettingValues values) {
    ConnectionSettings.check(values, ItemTopics.NAMES);
    ModelSettings.check(values);
    RegistryDefinition.check(values);
    ItemSettings.check(values);
    values.throwIfInvalid();
    itemTopics = ItemTopics.of(values);
    connection =
        ConnectionSettings.of(values, itemTopics.map(ItemTopics::required).orElse(List.of()));
    model = ModelSettings.of(values);
    inputFormat = values.get(InputFormat.SETTING);
    deadLetterText = values.get(DeadLetterText.SETTING);
    streams = StreamsSettings.of(values);
    http = HttpSettings.of(values);
    registry = RegistryDefinition.of(values);
    items = ItemSettings.of(values);
    printed = values.toString();
  }

  /**
   * Returns settings by name, as in a properties file.
   *
   * @param values texts by name, such as {@code bootstrap.servers} or {@code
   *     kafka.security.protocol}
   * @throws InvalidConfigException with every error, if there is one
   */
  public static Settings of(Map<String, String> values) {
    return new Settings(SettingsSources.read(GROUPS, values));
  }

  /**
   * Returns settings of a command line, an environment and a properties file.
   *
   * @param sources that know all {@link #GROUPS}
   * @param line the options of the command line
   * @throws InvalidConfigException with every error, if there is one
   */
  public static Settings of(SettingsSources sources, CommandLineOptions line) {
    return new Settings(sources.read(line, GROUPS));
  }

  /**
   * Returns settings of an environment and a command line, as the command {@code run} reads them.
   *
   * @param environment variables by name
   * @param arguments options only
   * @throws InvalidConfigException with every error, if there is one
   */
  public static Settings read(Map<String, String> environment, String... arguments) {
    return of(
        new SettingsSources(GROUPS, environment), CommandLineOptions.parse(GROUPS, arguments));
  }

  /** Returns the cluster and its topics. */
  public Connection connection() {
    return connection;
  }

  /** Returns the topics of reviews, scores and dead letters. */
  public Topics topics() {
    return connection.topics();
  }

  /** Returns the model that scores. */
  public ModelSettings model() {
    return model;
  }

  /** Returns the format of reviews. */
  public InputFormat inputFormat() {
    return inputFormat;
  }

  /** Returns whether dead letters contain the value. */
  public DeadLetterText deadLetterText() {
    return deadLetterText;
  }

  /** Returns the settings of the Kafka Streams client. */
  public StreamsSettings streams() {
    return streams;
  }

  /** Returns the settings of the HTTP endpoint. */
  public HttpSettings http() {
    return http;
  }

  /** Returns the schema registry, if one is used. */
  public Optional<RegistrySettings> registry() {
    return registry;
  }

  /** Returns the topics of the sentiment by item, if it is enabled. */
  public Optional<ItemTopics> itemTopics() {
    return itemTopics;
  }

  /** Returns the windows of the sentiment by item, if it is enabled. */
  public Optional<ItemSettings> items() {
    return items;
  }

  /** Returns every setting as name=value on one line, without secrets. */
  @Override
  public String toString() {
    return printed;
  }
}
