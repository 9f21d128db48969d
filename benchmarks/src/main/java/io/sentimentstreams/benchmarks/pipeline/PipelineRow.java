package io.sentimentstreams.benchmarks.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Measurements of one application.
 *
 * @param configuration what was measured
 * @param saturation measurements with a backlog
 * @param latency at half of the rate at saturation; null if it was not measured
 * @param profile processor time by purpose at saturation; null if it was not recorded
 */
public record PipelineRow(
    Configuration configuration,
    Saturation saturation,
    @Nullable Latency latency,
    @Nullable Profile profile) {

  /**
   * An application and its settings.
   *
   * @param system the application
   * @param model the bundle
   * @param exactlyOnce whether delivery is exactly once
   * @param threads number of scoring threads
   * @param setting settings that differ from the defaults; usually empty
   */
  public record Configuration(
      SystemUnderTest system, String model, boolean exactlyOnce, int threads, String setting) {}

  /**
   * Measurements while a backlog is processed.
   *
   * @param records size of the backlog; all of it was read as committed
   * @param recordsPerSecond rate by the time of the scores
   * @param processorMicros processor time per record in microseconds
   * @param readySeconds time from start to ready
   * @param residentMiB resident memory after the backlog; 0 if the operating system does not report
   *     it
   * @param repeated number of duplicate scores
   */
  public record Saturation(
      int records,
      double recordsPerSecond,
      double processorMicros,
      double readySeconds,
      double residentMiB,
      int repeated) {}

  SystemUnderTest system() {
    return configuration.system();
  }

  String model() {
    return configuration.model();
  }

  boolean exactlyOnce() {
    return configuration.exactlyOnce();
  }

  int threads() {
    return configuration.threads();
  }

  String setting() {
    return configuration.setting();
  }

  double recordsPerSecond() {
    return saturation.recordsPerSecond();
  }

  /** Returns the name of the row. */
  String label() {
    return "%s, %s, %s%s%s"
        .formatted(
            system().label(),
            model(),
            exactlyOnce() ? "exactly once" : "at least once",
            threads() == 1 ? "" : ", " + threads() + " threads",
            setting().isEmpty() ? "" : ", " + setting());
  }
}
