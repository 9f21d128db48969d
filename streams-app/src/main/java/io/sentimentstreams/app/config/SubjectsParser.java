package io.sentimentstreams.app.config;

import java.util.Optional;

/**
 * Puts the checked settings of counting by subject together, and finds what does not go together.
 */
final class SubjectsParser {

  private final ParsedValues values;

  /**
   * Parses one part of the settings.
   *
   * @param values of all settings, where faults are reported too
   */
  SubjectsParser(ParsedValues values) {
    this.values = values;
  }

  /** A window that is forgotten while it still takes reviews would be counted anew. */
  void checkRetention() {
    Object window = values.orNull(SubjectsDefinition.WINDOW_MS);
    Object grace = values.orNull(SubjectsDefinition.GRACE_MS);
    Object retention = values.orNull(SubjectsDefinition.RETENTION_MS);
    if (window != null
        && grace != null
        && retention != null
        && (long) retention < (long) window + (long) grace) {
      values.report(
          new Fault(
              SubjectsDefinition.RETENTION_MS,
              retention.toString(),
              "at least window and grace, which are " + ((long) window + (long) grace),
              "raise it, or lower subjects.window.ms or subjects.grace.ms"));
    }
  }

  /** What to count, if that is asked for. Only for values without a fault. */
  Optional<SubjectSettings> settings() {
    return enabled()
        ? Optional.of(
            new SubjectSettings(
                values.millis(SubjectsDefinition.WINDOW_MS),
                values.millis(SubjectsDefinition.GRACE_MS),
                values.millis(SubjectsDefinition.RETENTION_MS),
                Optional.ofNullable((String) values.orNull(SubjectsDefinition.APPLICATION_SERVER))))
        : Optional.empty();
  }

  /** The topics that counting needs, if that is asked for. Only for values without a fault. */
  Optional<SubjectTopics> topics() {
    return enabled()
        ? Optional.of(
            SubjectTopics.of(
                values.text(SettingsDefinition.APPLICATION_ID),
                values.text(SubjectsDefinition.TOPIC_OF_SCORES),
                values.text(SubjectsDefinition.TOPIC),
                values.millis(SubjectsDefinition.RETENTION_MS)))
        : Optional.empty();
  }

  private boolean enabled() {
    return values.flag(SubjectsDefinition.ENABLED);
  }
}
