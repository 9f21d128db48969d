package io.sentimentstreams.app.config;

/** Under which subject a registry keeps the schema of a topic's values. */
public enum SubjectNaming {
  /** The topic's name and {@code -value}. */
  TOPIC("TopicNameStrategy"),
  /** The record's full name. */
  RECORD("RecordNameStrategy"),
  /** Both: the topic's name, a hyphen and the record's full name. */
  TOPIC_RECORD("TopicRecordNameStrategy");

  private final String setting;

  SubjectNaming(String setting) {
    this.setting = setting;
  }

  /** As the settings spell it, which is what users of registries know it by. */
  public String setting() {
    return setting;
  }

  /**
   * The subject.
   *
   * @param topic the topic's name
   * @param record the full name of the record's schema
   */
  public String subject(String topic, String record) {
    return switch (this) {
      case TOPIC -> topic + "-value";
      case RECORD -> record;
      case TOPIC_RECORD -> topic + "-" + record;
    };
  }

  static SubjectNaming of(String setting) {
    for (SubjectNaming naming : values()) {
      if (naming.setting.equals(setting)) {
        return naming;
      }
    }
    throw new IllegalArgumentException("no such naming of subjects: " + setting);
  }
}
