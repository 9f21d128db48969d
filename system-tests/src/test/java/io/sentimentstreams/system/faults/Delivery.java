package io.sentimentstreams.system.faults;

/**
 * What a fleet promises, and how its members share the work.
 *
 * @param guarantee {@code exactly_once_v2} or {@code at_least_once}
 * @param protocol {@code classic} or {@code streams}
 */
record Delivery(String guarantee, String protocol) {

  static final String EXACTLY_ONCE = "exactly_once_v2";
  static final String AT_LEAST_ONCE = "at_least_once";
  static final String CLASSIC = "classic";
  static final String STREAMS = "streams";

  boolean isExactlyOnce() {
    return guarantee.equals(EXACTLY_ONCE);
  }

  /** A name for its group, topics and logs. */
  String name() {
    return guarantee.replace('_', '-') + "-" + protocol;
  }

  /** Whether this is what was promised. */
  boolean isKeptBy(CheckResult verdict) {
    return isExactlyOnce() ? verdict.isExactlyOnce() : verdict.isAtLeastOnce();
  }
}
