package io.sentimentstreams.app.config;

import java.util.Optional;

/** Puts the checked settings of counting by item together, and finds what does not go together. */
final class ItemSettingsParser {

  private final ParsedValues values;

  /**
   * Parses one part of the settings.
   *
   * @param values of all settings, where faults are reported too
   */
  ItemSettingsParser(ParsedValues values) {
    this.values = values;
  }

  /** A window that is forgotten while it still takes reviews would be counted anew. */
  void checkRetention() {
    Object window = values.orNull(ItemSettingsDefinition.WINDOW_MS);
    Object grace = values.orNull(ItemSettingsDefinition.GRACE_MS);
    Object retention = values.orNull(ItemSettingsDefinition.RETENTION_MS);
    if (window != null
        && grace != null
        && retention != null
        && (long) retention < (long) window + (long) grace) {
      values.report(
          new ConfigError(
              ItemSettingsDefinition.RETENTION_MS,
              retention.toString(),
              "at least window and grace, which are " + ((long) window + (long) grace),
              "raise it, or lower items.window.ms or items.grace.ms"));
    }
  }

  /** What to count, if that is asked for. Only for values without a fault. */
  Optional<ItemSettings> settings() {
    return enabled()
        ? Optional.of(
            new ItemSettings(
                values.millis(ItemSettingsDefinition.WINDOW_MS),
                values.millis(ItemSettingsDefinition.GRACE_MS),
                values.millis(ItemSettingsDefinition.RETENTION_MS),
                Optional.ofNullable(
                    (String) values.orNull(ItemSettingsDefinition.APPLICATION_SERVER))))
        : Optional.empty();
  }

  /** The topics that counting needs, if that is asked for. Only for values without a fault. */
  Optional<ItemTopics> topics() {
    return enabled()
        ? Optional.of(
            ItemTopics.of(
                values.text(SettingsDefinition.APPLICATION_ID),
                values.text(ItemSettingsDefinition.TOPIC_OF_SCORES),
                values.text(ItemSettingsDefinition.TOPIC),
                values.millis(ItemSettingsDefinition.RETENTION_MS)))
        : Optional.empty();
  }

  private boolean enabled() {
    return values.flag(ItemSettingsDefinition.ENABLED);
  }
}
