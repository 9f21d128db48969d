package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measurement: an application, its settings and its load.
 *
 * @param system application
 * @param model bundle
 * @param guarantee delivery guarantee; the loops support only at least once
 * @param threads number of scoring threads
 * @param records number of records in the backlog
 * @param latencySeconds duration of reviews at half the rate of the backlog; 0 omits it
 * @param kafka settings of the Kafka clients; only streams-app uses them
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

  /** Creates a trial with the default settings of Kafka clients. */
  Trial(
      SystemUnderTest system,
      BundleChoice model,
      ProcessingGuarantee guarantee,
      int threads,
      int records,
      int latencySeconds) {
    this(system, model, guarantee, threads, records, latencySeconds, Map.of());
  }

  /** Returns the changed settings; empty if there are none. */
  String setting() {
    return kafka.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Returns a description. */
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
