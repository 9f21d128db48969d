package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measurement: an application, how it is set, and how much it is given.
 *
 * @param subject the application
 * @param model which of the bundles
 * @param guarantee of delivery; the loops know only at least once
 * @param threads that score
 * @param records of the backlog
 * @param latencySeconds how long reviews then come at half the rate that the backlog was scored
 *     with; 0 leaves that out
 * @param kafka settings for the application's Kafka clients; only ours takes them
 */
record Trial(
    SystemUnderTest system,
    BundleChoice model,
    ProcessingGuarantee guarantee,
    int threads,
    int records,
    int latencySeconds,
    Map<String, String> kafka) {

  Trial {
    kafka = Map.copyOf(kafka);
  }

  /** With Kafka's clients as the application sets them. */
  Trial(
      SystemUnderTest subject,
      BundleChoice model,
      ProcessingGuarantee guarantee,
      int threads,
      int records,
      int latencySeconds) {
    this(subject, model, guarantee, threads, records, latencySeconds, Map.of());
  }

  /** What is set otherwise, in words; empty if nothing is. */
  String setting() {
    return kafka.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** In words. */
  String label() {
    return "%s, %s, %s, %d %s%s"
        .formatted(
            system.label(),
            model.label(),
            guarantee == ProcessingGuarantee.EXACTLY_ONCE_V2 ? "exactly once" : "at least once",
            threads,
            threads == 1 ? "thread" : "threads",
            kafka.isEmpty() ? "" : ", " + setting());
  }
}
