package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.app.admin.ProcessingGuarantee;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of one application.
 *
 * @param system application
 * @param model bundle
 * @param exactlyOnce whether it delivers exactly once
 * @param threads number of scoring threads
 * @param setting changed settings of the application; mostly empty
 * @param records number of records in the backlog, all read as committed
 * @param recordsPerSecond throughput with a backlog, by the time of the scores
 * @param processorMicros microseconds of processor time per record at saturation
 * @param readySeconds seconds from its start until it was ready
 * @param residentMiB resident memory after the backlog; 0 if the operating system does not report
 *     it
 * @param repeated number of scores beyond one per review
 * @param latency latency at half of that rate
 * @param profile processor time by purpose at saturation
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
    @Nullable ReviewLatency latency,
    @Nullable Profile profile) {

  /**
   * Scoring of a backlog.
   *
   * @param recordsPerSecond throughput, by the time of the scores
   * @param processorMicros microseconds of processor time per record
   * @param repeated number of scores beyond one per review
   */
  record Backlog(double recordsPerSecond, double processorMicros, int repeated) {}

  /** Returns the row of a trial. */
  static PipelineRow of(
      Trial trial,
      Backlog backlog,
      double readySeconds,
      double residentMiB,
      @Nullable ReviewLatency latency,
      @Nullable Profile profile) {
    return new PipelineRow(
        trial.system(),
        trial.model().label(),
        trial.guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2,
        trial.threads(),
        trial.setting(),
        trial.records(),
        backlog.recordsPerSecond(),
        backlog.processorMicros(),
        readySeconds,
        residentMiB,
        backlog.repeated(),
        latency,
        profile);
  }

  /** Returns a description. */
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
