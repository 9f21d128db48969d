package io.sentimentstreams.app.admin;

/** How often a score is written for a review when an instance or a broker fails. */
public enum ProcessingGuarantee {
  /** Exactly once for consumers with {@code isolation.level=read_committed}. */
  EXACTLY_ONCE_V2("exactly_once_v2"),
  /** At least once. */
  AT_LEAST_ONCE("at_least_once");

  private final String setting;

  ProcessingGuarantee(String setting) {
    this.setting = setting;
  }

  /** Returns the spelling of Kafka Streams and of the settings. */
  public String setting() {
    return setting;
  }
}
