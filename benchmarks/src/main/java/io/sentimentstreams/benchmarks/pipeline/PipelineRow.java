package io.sentimentstreams.benchmarks.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What one application did.
 *
 * @param subject the application
 * @param model the bundle
 * @param exactlyOnce whether it delivers so
 * @param threads that scored
 * @param setting what was set otherwise than the application does; mostly nothing
 * @param records of the backlog, all of which were read as committed
 * @param recordsPerSecond while there was a backlog, by when the scores were made
 * @param processorMicros microseconds of its processors' time for a record, at saturation
 * @param readySeconds from its start until it was ready
 * @param residentMiB that it held after the backlog; 0 where the system does not tell
 * @param repeated scores beyond one a review
 * @param latency at half of that rate
 * @param profile where its processors' time went at saturation
 */
public record PipelineRow(
    SystemUnderTest system,
    String model,
    boolean exactlyOnce,
    int threads,
    String setting,
    int records,
    double recordsPerSecond,
    double processorMicros,
    double readySeconds,
    double residentMiB,
    int repeated,
    @Nullable Latency latency,
    @Nullable Profile profile) {

  /** In words. */
  String label() {
    return "%s, %s, %s%s%s"
        .formatted(
            system.label(),
            model,
            exactlyOnce ? "exactly once" : "at least once",
            threads == 1 ? "" : ", " + threads + " threads",
            setting.isEmpty() ? "" : ", " + setting);
  }
}
