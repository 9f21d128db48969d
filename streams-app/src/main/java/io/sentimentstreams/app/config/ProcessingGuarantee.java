package io.sentimentstreams.app.config;

import java.time.Duration;

/** How often a score is written for a review when something fails in between. */
public enum ProcessingGuarantee {
  /** Exactly once, as a reader with {@code isolation.level=read_committed} sees it. */
  EXACTLY_ONCE_V2("exactly_once_v2", Duration.ofMillis(100)),
  /** Once, or more often after a failure. */
  AT_LEAST_ONCE("at_least_once", Duration.ofSeconds(1));

  private final String setting;
  private final Duration commitInterval;

  ProcessingGuarantee(String setting, Duration commitInterval) {
    this.setting = setting;
    this.commitInterval = commitInterval;
  }

  /** As Kafka Streams and the settings spell it. */
  public String setting() {
    return setting;
  }

  /**
   * The time between commits where none is set. Scores wait for a commit only where they are to be
   * seen exactly once; elsewhere each commit only keeps the thread from scoring for a moment.
   */
  Duration commitInterval() {
    return commitInterval;
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
