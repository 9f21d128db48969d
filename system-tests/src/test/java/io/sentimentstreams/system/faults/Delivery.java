package io.sentimentstreams.system.faults;

/**
 * The processing guarantee and the group protocol of a fleet.
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

  /** Returns a name for its group, topics and logs. */
  String name() {
    return guarantee.replace('_', '-') + "-" + protocol;
  }

  /** Returns whether the result satisfies the processing guarantee. */
  boolean isKeptBy(CheckResult verdict) {
    return isExactlyOnce() ? verdict.isExactlyOnce() : verdict.isAtLeastOnce();
  }
}
