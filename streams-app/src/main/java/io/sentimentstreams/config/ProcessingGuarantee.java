package io.sentimentstreams.config;

/** How often a score is written for a review when something fails in between. */
public enum ProcessingGuarantee {
  /** Exactly once, as a reader with {@code isolation.level=read_committed} sees it. */
  EXACTLY_ONCE_V2("exactly_once_v2"),
  /** Once, or more often after a failure. */
  AT_LEAST_ONCE("at_least_once");

  private final String setting;

  ProcessingGuarantee(String setting) {
    this.setting = setting;
  }

  /** As Kafka Streams and the settings spell it. */
  public String setting() {
    return setting;
  }

  static ProcessingGuarantee of(String setting) {
    for (ProcessingGuarantee guarantee : values()) {
      if (guarantee.setting.equals(setting)) {
        return guarantee;
      }
    }
    throw new IllegalArgumentException("no such processing guarantee: " + setting);
  }
}
