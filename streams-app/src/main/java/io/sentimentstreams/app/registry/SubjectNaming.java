package io.sentimentstreams.app.registry;

/** The naming of the subject under which a registry stores the schema of a topic's values. */
public enum SubjectNaming {
  /** {@code TOPIC-value}. */
  TOPIC("TopicNameStrategy"),
  /** The full name of the record. */
  RECORD("RecordNameStrategy"),
  /** {@code TOPIC-RECORD}, with the full name of the record. */
  TOPIC_RECORD("TopicRecordNameStrategy");

  private final String setting;

  SubjectNaming(String setting) {
    this.setting = setting;
  }

  /** Returns the spelling in settings: the name of the strategy in Confluent's serializers. */
  String setting() {
    return setting;
  }

  /**
   * Returns the subject.
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
}
