package io.sentimentstreams.app.config;

/** What a dead letter has of the value that could not be scored. */
public enum DeadLetterText {
  /** The value itself, so that it can be looked at and replayed. */
  KEEP("keep"),
  /** Its SHA-256 instead, so that no text lies in the dead-letter topic. */
  DROP("drop");

  private final String setting;

  DeadLetterText(String setting) {
    this.setting = setting;
  }

  /** As the settings spell it. */
  public String setting() {
    return setting;
  }

  static DeadLetterText of(String setting) {
    for (DeadLetterText text : values()) {
      if (text.setting.equals(setting)) {
        return text;
      }
    }
    throw new IllegalArgumentException("dead letters' text can be kept or dropped, not " + setting);
  }
}
