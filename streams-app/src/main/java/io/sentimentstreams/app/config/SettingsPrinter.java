package io.sentimentstreams.app.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints settings by name, without secrets. */
final class SettingsPrinter {

  private SettingsPrinter() {}

  static String line(Settings settings) {
    return values(settings).entrySet().stream()
        .map(entry -> oneLine(entry.getKey()) + "=" + quoted(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> values(Settings settings) {
    Map<String, String> values = new TreeMap<>();
    values.put(SettingsDefinition.BOOTSTRAP_SERVERS, settings.bootstrapServers());
    values.put(SettingsDefinition.BUNDLE, settings.bundle().toString());
    settings
        .bundleTrustKey()
        .ifPresent(key -> values.put(SettingsDefinition.BUNDLE_TRUST_KEY, key.toString()));
    values.put(SettingsDefinition.APPLICATION_ID, settings.applicationId());
    values.put(SettingsDefinition.TOPICS_REVIEWS, settings.topics().reviews());
    values.put(SettingsDefinition.TOPICS_SCORES, settings.topics().scores());
    values.put(SettingsDefinition.TOPICS_DEAD_LETTER, settings.topics().deadLetter());
    values.put(SettingsDefinition.PROCESSING_GUARANTEE, settings.guarantee().setting());
    values.put(SettingsDefinition.THREADS, Integer.toString(settings.threads()));
    values.put(
        SettingsDefinition.COMMIT_INTERVAL_MS, Long.toString(settings.commitInterval().toMillis()));
    values.put(SettingsDefinition.INPUT_FORMAT, settings.inputFormat().setting());
    values.put(SettingsDefinition.REVIEW_MAX_BYTES, Integer.toString(settings.reviewMaxBytes()));
    values.put(SettingsDefinition.DEAD_LETTERS_TEXT, settings.deadLetterText().setting());
    settings
        .uncertainBand()
        .ifPresent(
            band -> {
              values.put(SettingsDefinition.UNCERTAIN_BAND_LOW, Double.toString(band.low()));
              values.put(SettingsDefinition.UNCERTAIN_BAND_HIGH, Double.toString(band.high()));
            });
    settings
        .registry()
        .ifPresent(registry -> values.putAll(RegistryDefinition.printable(registry)));
    values.put(SettingsDefinition.HTTP_HOST, settings.http().host());
    values.put(SettingsDefinition.HTTP_PORT, Integer.toString(settings.http().port()));
    settings
        .http()
        .page()
        .enabled()
        .ifPresent(
            enabled -> values.put(SettingsDefinition.HTTP_PAGE_ENABLED, Boolean.toString(enabled)));
    values.put(
        SettingsDefinition.HTTP_PAGE_TEXTS, Boolean.toString(settings.http().page().texts()));
    values.put(ItemSettingsDefinition.ENABLED, Boolean.toString(settings.items().isPresent()));
    settings.topics().items().ifPresent(topics -> put(values, topics));
    settings.items().ifPresent(items -> put(values, items));
    values.put(SettingsDefinition.STATE_DIR, settings.stateDir().toString());
    values.put(
        SettingsDefinition.SHUTDOWN_TIMEOUT_MS,
        Long.toString(settings.shutdownTimeout().toMillis()));
    settings
        .kafka()
        .forEach(
            (name, value) ->
                values.put(
                    KafkaPassThrough.PREFIX + name, KafkaPassThrough.printable(name, value)));
    return values;
  }

  private static void put(Map<String, String> values, ItemTopics topics) {
    values.put(ItemSettingsDefinition.TOPIC, topics.sentiment());
    values.put(ItemSettingsDefinition.TOPIC_OF_SCORES, topics.scores());
  }

  private static void put(Map<String, String> values, ItemSettings items) {
    values.put(ItemSettingsDefinition.WINDOW_MS, Long.toString(items.window().toMillis()));
    values.put(ItemSettingsDefinition.GRACE_MS, Long.toString(items.grace().toMillis()));
    values.put(ItemSettingsDefinition.RETENTION_MS, Long.toString(items.retention().toMillis()));
    items
        .server()
        .ifPresent(server -> values.put(ItemSettingsDefinition.APPLICATION_SERVER, server));
  }

  private static String quoted(String value) {
    String line = oneLine(value);
    return line.contains(" ") ? "\"" + line + "\"" : line;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
