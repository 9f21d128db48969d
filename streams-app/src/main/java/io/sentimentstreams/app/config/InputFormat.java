package io.sentimentstreams.app.config;

/** How the values of the topic of reviews are written. */
public enum InputFormat {
  /** The record {@code ReviewEvent} in Avro. */
  AVRO("avro"),
  /** A JSON object with the fields of {@code ReviewEvent}, such as a person types. */
  JSON("json"),
  /** Nothing but the review's text. */
  TEXT("text");

  private final String setting;

  InputFormat(String setting) {
    this.setting = setting;
  }

  /** As the settings spell it. */
  public String setting() {
    return setting;
  }

  static InputFormat of(String setting) {
    for (InputFormat format : values()) {
      if (format.setting.equals(setting)) {
        return format;
      }
    }
    throw new IllegalArgumentException("no such input format: " + setting);
  }
}
