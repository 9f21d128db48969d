package io.sentimentstreams.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns texts by name into {@link Settings}, and finds every fault on the way. */
final class SettingsParser {

  private final ParsedValues values;
  private final ItemSettingsParser items;

  SettingsParser(Map<String, String> given) {
    this(given, List.of());
  }

  /**
   * Parses on top of faults that were found before.
   *
   * @param given texts by name
   * @param found faults to report together with ours
   */
  SettingsParser(Map<String, String> given, List<ConfigError> found) {
    values = new ParsedValues(given, found);
    items = new ItemSettingsParser(values);
  }

  Settings parse() {
    values.read(SettingsDefinition.definition(), SettingsDefinition.keys());
    checkTogether();
    items.checkRetention();
    Optional<Path> bundle = values.path(SettingsDefinition.BUNDLE);
    Optional<Path> trustKey = values.path(SettingsDefinition.BUNDLE_TRUST_KEY);
    Optional<Path> stateDir = values.path(SettingsDefinition.STATE_DIR);
    Optional<UncertainBand> band = band();
    Optional<RegistrySettings> registry = new RegistryParser(values).parse();
    if (values.areFaulty() || bundle.isEmpty()) {
      throw new InvalidConfigException(values.faults());
    }
    return settings(
        bundle.get(),
        trustKey,
        stateDir.orElseGet(SettingsParser::defaultStateDir),
        band,
        registry);
  }

  /** The part that commands beside the application need; what else is given is only known. */
  Connection parseConnection() {
    values.read(SettingsDefinition.definition(), SettingsDefinition.connectionKeys());
    checkTogether();
    if (values.areFaulty()) {
      throw new InvalidConfigException(values.faults());
    }
    return new Connection(
        values.text(SettingsDefinition.BOOTSTRAP_SERVERS),
        values.text(SettingsDefinition.APPLICATION_ID),
        topics(),
        guarantee(),
        values.integer(SettingsDefinition.REVIEW_MAX_BYTES),
        values.passedOn());
  }

  private void checkTogether() {
    checkUnknown();
    checkReserved();
    checkReferences();
    checkTopicsDiffer();
  }

  private void checkUnknown() {
    Set<String> known = SettingsDefinition.definition().names();
    for (Map.Entry<String, String> entry : values.given().entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name) && !name.startsWith(KafkaPassThrough.PREFIX)) {
        values.report(
            new ConfigError(
                name,
                KafkaPassThrough.printable(name, entry.getValue()),
                "the name of a setting",
                "remove it, or look its name up with --help"));
      }
    }
  }

  private void checkReserved() {
    values
        .passedOn()
        .forEach(
            (name, value) -> {
              String ours = KafkaPassThrough.RESERVED.get(name);
              if (ours != null) {
                values.report(
                    new ConfigError(
                        KafkaPassThrough.PREFIX + name,
                        value,
                        "a setting of Kafka's clients that has no other name here",
                        "set " + ours + " instead"));
              }
            });
  }

  private void checkReferences() {
    values
        .passedOn()
        .forEach(
            (name, value) ->
                SecretReferences.problem(value)
                    .ifPresent(
                        problem ->
                            values.report(
                                new ConfigError(
                                    KafkaPassThrough.PREFIX + name,
                                    KafkaPassThrough.printable(name, value),
                                    "${env:VARIABLE}, ${file:PATH:KEY} or ${directory:PATH:FILE} to"
                                        + " be there where a value refers to one",
                                    "put it there and let this user read it (" + problem + ")"))));
  }

  private void checkTopicsDiffer() {
    Set<Object> seen = new HashSet<>();
    for (String name :
        List.of(
            SettingsDefinition.TOPICS_REVIEWS,
            SettingsDefinition.TOPICS_SCORES,
            SettingsDefinition.TOPICS_DEAD_LETTER,
            ItemSettingsDefinition.TOPIC,
            ItemSettingsDefinition.TOPIC_OF_SCORES)) {
      Object topic = values.orNull(name);
      if (topic != null && !seen.add(topic)) {
        values.report(
            new ConfigError(
                name,
                topic.toString(),
                "a topic that is not named by another setting",
                "choose different topics"));
      }
    }
  }

  private Optional<UncertainBand> band() {
    Object low = values.orNull(SettingsDefinition.UNCERTAIN_BAND_LOW);
    Object high = values.orNull(SettingsDefinition.UNCERTAIN_BAND_HIGH);
    boolean oneIsFaulty =
        Stream.of(SettingsDefinition.UNCERTAIN_BAND_LOW, SettingsDefinition.UNCERTAIN_BAND_HIGH)
            .anyMatch(values::isFaulty);
    if (oneIsFaulty || (low == null && high == null)) {
      return Optional.empty();
    }
    if (low == null || high == null) {
      String missing =
          low == null
              ? SettingsDefinition.UNCERTAIN_BAND_LOW
              : SettingsDefinition.UNCERTAIN_BAND_HIGH;
      values.report(
          new ConfigError(
              missing, "", "both ends of the band or none", "set both, or remove the other"));
      return Optional.empty();
    }
    if ((double) low > (double) high) {
      values.report(
          new ConfigError(
              SettingsDefinition.UNCERTAIN_BAND_LOW,
              low.toString(),
              "at most " + SettingsDefinition.UNCERTAIN_BAND_HIGH + ", which is " + high,
              "exchange the two"));
      return Optional.empty();
    }
    return Optional.of(new UncertainBand((double) low, (double) high));
  }

  private Settings settings(
      Path bundle,
      Optional<Path> trustKey,
      Path stateDir,
      Optional<UncertainBand> band,
      Optional<RegistrySettings> registry) {
    return new Settings(
        values.text(SettingsDefinition.BOOTSTRAP_SERVERS),
        bundle,
        trustKey,
        values.text(SettingsDefinition.APPLICATION_ID),
        topics(),
        guarantee(),
        values.integer(SettingsDefinition.THREADS),
        commitInterval(),
        InputFormat.of(values.text(SettingsDefinition.INPUT_FORMAT)),
        values.integer(SettingsDefinition.REVIEW_MAX_BYTES),
        DeadLetterText.of(values.text(SettingsDefinition.DEAD_LETTERS_TEXT)),
        band,
        registry,
        http(),
        items.settings(),
        stateDir,
        values.millis(SettingsDefinition.SHUTDOWN_TIMEOUT_MS),
        values.passedOn());
  }

  private ProcessingGuarantee guarantee() {
    return ProcessingGuarantee.of(values.text(SettingsDefinition.PROCESSING_GUARANTEE));
  }

  private Duration commitInterval() {
    return values.orNull(SettingsDefinition.COMMIT_INTERVAL_MS) == null
        ? guarantee().commitInterval()
        : values.millis(SettingsDefinition.COMMIT_INTERVAL_MS);
  }

  private HttpSettings http() {
    return new HttpSettings(
        values.text(SettingsDefinition.HTTP_HOST),
        values.integer(SettingsDefinition.HTTP_PORT),
        new PageSettings(
            Optional.ofNullable((Boolean) values.orNull(SettingsDefinition.HTTP_PAGE_ENABLED)),
            values.flag(SettingsDefinition.HTTP_PAGE_TEXTS)));
  }

  private Topics topics() {
    return new Topics(
        values.text(SettingsDefinition.TOPICS_REVIEWS),
        values.text(SettingsDefinition.TOPICS_SCORES),
        values.text(SettingsDefinition.TOPICS_DEAD_LETTER),
        items.topics());
  }

  private static Path defaultStateDir() {
    return Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams");
  }
}
