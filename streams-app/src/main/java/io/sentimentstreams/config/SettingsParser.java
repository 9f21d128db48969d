package io.sentimentstreams.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Turns texts by name into {@link Settings}, and finds every fault on the way. */
final class SettingsParser {

  private final Map<String, String> given;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, @Nullable Object> values = new TreeMap<>();

  SettingsParser(Map<String, String> given) {
    this(given, List.of());
  }

  /**
   * Parses on top of faults that were found before.
   *
   * @param given texts by name
   * @param found faults to report together with ours
   */
  SettingsParser(Map<String, String> given, List<Fault> found) {
    this.given = new TreeMap<>(given);
    faults.addAll(found);
  }

  Settings parse() {
    checkEach(SettingsDefinition.keys());
    checkTogether();
    checkRetention();
    Optional<Path> bundle = path(SettingsDefinition.BUNDLE);
    Optional<Path> trustKey = path(SettingsDefinition.BUNDLE_TRUST_KEY);
    Optional<Path> stateDir = path(SettingsDefinition.STATE_DIR);
    Optional<UncertainBand> band = band();
    Optional<RegistrySettings> registry = new RegistryParser(given, values, faults).parse();
    if (!faults.isEmpty() || bundle.isEmpty()) {
      throw new InvalidSettings(faults);
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
    checkEach(SettingsDefinition.connectionKeys());
    checkTogether();
    if (!faults.isEmpty()) {
      throw new InvalidSettings(faults);
    }
    return new Connection(
        text(SettingsDefinition.BOOTSTRAP_SERVERS),
        text(SettingsDefinition.APPLICATION_ID),
        topics(),
        ProcessingGuarantee.of(text(SettingsDefinition.PROCESSING_GUARANTEE)),
        number(SettingsDefinition.REVIEW_MAX_BYTES).intValue(),
        passedOn());
  }

  private void checkTogether() {
    checkUnknown();
    checkReserved();
    checkReferences();
    checkTopicsDiffer();
  }

  private void checkEach(List<ConfigKey> keys) {
    Map<String, ConfigValue> checked = SettingsDefinition.definition().validateAll(given);
    for (ConfigKey key : keys) {
      ConfigValue value = checked.get(key.name);
      if (value != null && value.errorMessages().isEmpty()) {
        values.put(key.name, value.value());
      } else {
        faults.add(fault(key));
      }
    }
  }

  private Fault fault(ConfigKey key) {
    Spelling spelling = new Spelling(key.name);
    return new Fault(
        key.name,
        KafkaPassThrough.printable(key.name, given.getOrDefault(key.name, "")),
        SettingsReference.expectation(key),
        "set %s, %s or %s= in the file"
            .formatted(spelling.option(), spelling.environment(), spelling.name()));
  }

  private void checkUnknown() {
    Set<String> known = SettingsDefinition.definition().names();
    for (Map.Entry<String, String> entry : given.entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name) && !name.startsWith(KafkaPassThrough.PREFIX)) {
        faults.add(
            new Fault(
                name,
                KafkaPassThrough.printable(name, entry.getValue()),
                "the name of a setting",
                "remove it, or look its name up with --help"));
      }
    }
  }

  private void checkReserved() {
    for (String name : passedOn().keySet()) {
      String ours = KafkaPassThrough.RESERVED.get(name);
      if (ours != null) {
        faults.add(
            new Fault(
                KafkaPassThrough.PREFIX + name,
                passedOn().getOrDefault(name, ""),
                "a setting of Kafka's clients that has no other name here",
                "set " + ours + " instead"));
      }
    }
  }

  private void checkReferences() {
    passedOn()
        .forEach(
            (name, value) ->
                SecretReferences.problem(value)
                    .ifPresent(
                        problem ->
                            faults.add(
                                new Fault(
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
            SettingsDefinition.TOPICS_SUBJECTS,
            SettingsDefinition.TOPICS_SUBJECT_SCORES)) {
      Object topic = values.get(name);
      if (topic != null && !seen.add(topic)) {
        faults.add(
            new Fault(
                name,
                topic.toString(),
                "a topic that is not named by another setting",
                "choose different topics"));
      }
    }
  }

  private Optional<Path> path(String name) {
    Object path = values.get(name);
    if (path == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(path.toString()));
    } catch (InvalidPathException e) {
      faults.add(new Fault(name, path.toString(), "a path of this system", "name another path"));
      return Optional.empty();
    }
  }

  private Optional<UncertainBand> band() {
    Object low = values.get(SettingsDefinition.UNCERTAIN_BAND_LOW);
    Object high = values.get(SettingsDefinition.UNCERTAIN_BAND_HIGH);
    boolean oneIsFaulty =
        Stream.of(SettingsDefinition.UNCERTAIN_BAND_LOW, SettingsDefinition.UNCERTAIN_BAND_HIGH)
            .anyMatch(name -> given.containsKey(name) && values.get(name) == null);
    if (oneIsFaulty || (low == null && high == null)) {
      return Optional.empty();
    }
    if (low == null || high == null) {
      String missing =
          low == null
              ? SettingsDefinition.UNCERTAIN_BAND_LOW
              : SettingsDefinition.UNCERTAIN_BAND_HIGH;
      faults.add(
          new Fault(missing, "", "both ends of the band or none", "set both, or remove the other"));
      return Optional.empty();
    }
    if ((double) low > (double) high) {
      faults.add(
          new Fault(
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
        text(SettingsDefinition.BOOTSTRAP_SERVERS),
        bundle,
        trustKey,
        text(SettingsDefinition.APPLICATION_ID),
        topics(),
        ProcessingGuarantee.of(text(SettingsDefinition.PROCESSING_GUARANTEE)),
        number(SettingsDefinition.THREADS).intValue(),
        commitInterval(),
        InputFormat.of(text(SettingsDefinition.INPUT_FORMAT)),
        number(SettingsDefinition.REVIEW_MAX_BYTES).intValue(),
        DeadLetterText.of(text(SettingsDefinition.DEAD_LETTERS_TEXT)),
        band,
        registry,
        http(),
        subjects(),
        stateDir,
        Duration.ofMillis(number(SettingsDefinition.SHUTDOWN_TIMEOUT_MS).longValue()),
        passedOn());
  }

  private Duration commitInterval() {
    Object millis = values.get(SettingsDefinition.COMMIT_INTERVAL_MS);
    return millis == null
        ? ProcessingGuarantee.of(text(SettingsDefinition.PROCESSING_GUARANTEE)).commitInterval()
        : Duration.ofMillis((long) millis);
  }

  private HttpSettings http() {
    return new HttpSettings(
        text(SettingsDefinition.HTTP_HOST),
        number(SettingsDefinition.HTTP_PORT).intValue(),
        new PageSettings(
            Optional.ofNullable((Boolean) values.get(SettingsDefinition.HTTP_PAGE_ENABLED)),
            (boolean) value(SettingsDefinition.HTTP_PAGE_TEXTS)));
  }

  private boolean countsSubjects() {
    return (boolean) value(SettingsDefinition.SUBJECTS_ENABLED);
  }

  private Optional<SubjectSettings> subjects() {
    return countsSubjects()
        ? Optional.of(
            new SubjectSettings(
                millis(SettingsDefinition.SUBJECTS_WINDOW_MS),
                millis(SettingsDefinition.SUBJECTS_GRACE_MS),
                millis(SettingsDefinition.SUBJECTS_RETENTION_MS),
                Optional.ofNullable((String) values.get(SettingsDefinition.APPLICATION_SERVER))))
        : Optional.empty();
  }

  private Duration millis(String name) {
    return Duration.ofMillis(number(name).longValue());
  }

  private void checkRetention() {
    Object window = values.get(SettingsDefinition.SUBJECTS_WINDOW_MS);
    Object grace = values.get(SettingsDefinition.SUBJECTS_GRACE_MS);
    Object retention = values.get(SettingsDefinition.SUBJECTS_RETENTION_MS);
    if (window != null
        && grace != null
        && retention != null
        && (long) retention < (long) window + (long) grace) {
      faults.add(
          new Fault(
              SettingsDefinition.SUBJECTS_RETENTION_MS,
              retention.toString(),
              "at least window and grace, which are " + ((long) window + (long) grace),
              "raise it, or lower subjects.window.ms or subjects.grace.ms"));
    }
  }

  private Topics topics() {
    return new Topics(
        text(SettingsDefinition.TOPICS_REVIEWS),
        text(SettingsDefinition.TOPICS_SCORES),
        text(SettingsDefinition.TOPICS_DEAD_LETTER),
        countsSubjects()
            ? Optional.of(
                SubjectTopics.of(
                    text(SettingsDefinition.APPLICATION_ID),
                    text(SettingsDefinition.TOPICS_SUBJECT_SCORES),
                    text(SettingsDefinition.TOPICS_SUBJECTS),
                    millis(SettingsDefinition.SUBJECTS_RETENTION_MS)))
            : Optional.empty());
  }

  private static Path defaultStateDir() {
    return Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams");
  }

  private Map<String, String> passedOn() {
    Map<String, String> passedOn = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(KafkaPassThrough.PREFIX)) {
            passedOn.put(name.substring(KafkaPassThrough.PREFIX.length()), value);
          }
        });
    return passedOn;
  }

  private String text(String name) {
    return value(name).toString();
  }

  private Number number(String name) {
    return (Number) value(name);
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("setting " + name + " has neither value nor default");
    }
    return value;
  }
}
