package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Map;

/**
 * Timeouts of brokers and groups: about a tenth of Kafka's defaults, so that many faults fit into a
 * short run.
 */
final class Timeouts {

  /** After this time without a heartbeat, a broker loses its leaderships. */
  static final Duration BROKER_SESSION = Duration.ofSeconds(4);

  /** After this time without a heartbeat, an instance loses its partitions. */
  static final Duration GROUP_SESSION = Duration.ofSeconds(4);

  /** After this time, an open transaction is aborted. */
  static final Duration TRANSACTION = Duration.ofSeconds(6);

  private Timeouts() {}

  /** Returns the settings of brokers. */
  static Map<String, String> ofBrokers() {
    return Map.of(
        "broker.session.timeout.ms", millis(BROKER_SESSION),
        "broker.heartbeat.interval.ms", "500",
        "replica.lag.time.max.ms", millis(BROKER_SESSION),
        "group.min.session.timeout.ms", "1000",
        "group.initial.rebalance.delay.ms", "0",
        "group.streams.min.session.timeout.ms", "1000",
        "group.streams.session.timeout.ms", millis(GROUP_SESSION),
        "group.streams.min.heartbeat.interval.ms", "100",
        "group.streams.heartbeat.interval.ms", "500",
        // Default: 10 s.
        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
  }

  /** Returns the settings of the application. */
  static Map<String, String> ofApplications() {
    return Map.of(
        "kafka.session.timeout.ms", millis(GROUP_SESSION),
        "kafka.heartbeat.interval.ms", "500",
        "kafka.transaction.timeout.ms", millis(TRANSACTION));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
