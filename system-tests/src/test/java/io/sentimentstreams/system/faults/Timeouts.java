package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Map;

/**
 * How soon brokers and groups notice that someone is gone: Kafka's defaults divided by ten or so,
 * that many faults fit into little time.
 */
final class Timeouts {

  /** After which the controller takes the leadership from a broker that is silent. */
  static final Duration BROKER_SESSION = Duration.ofSeconds(4);

  /** After which the coordinator takes the partitions from an application that is silent. */
  static final Duration GROUP_SESSION = Duration.ofSeconds(4);

  /** After which a transaction that nobody ends is aborted. */
  static final Duration TRANSACTION = Duration.ofSeconds(6);

  private Timeouts() {}

  /** As brokers spell them. */
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
        // Unless told otherwise, a broker looks for such transactions six times a minute.
        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
  }

  /** As the application spells them. */
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
