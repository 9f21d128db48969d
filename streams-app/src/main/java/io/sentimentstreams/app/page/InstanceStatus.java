package io.sentimentstreams.app.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /v1/status} answers. What is not known is left out.
 *
 * @param at when, ISO 8601 in UTC
 * @param applicationId the group that shares the work
 * @param version of the application
 * @param state of the Kafka Streams client
 * @param scored reviews that were scored
 * @param scores P(positive) in the last minute
 * @param latency in the last minute, milliseconds
 * @param deadLetters records that could not be scored
 * @param lag records of this instance's partitions that are not read yet
 * @param latest the scores that were made last, the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstanceStatus(
    String at,
    String applicationId,
    String version,
    String state,
    Scored scored,
    Bins scores,
    Map<String, Latency> latency,
    DeadLettered deadLetters,
    @Nullable Long lag,
    List<Latest> latest) {

  /**
   * Reviews that were scored.
   *
   * @param total since the process began
   * @param byLabel the same by label
   * @param perSecond over the last ten seconds
   * @param eachSecond of the last minute, the newest last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scored(
      long total, Map<String, Long> byLabel, @Nullable Double perSecond, List<Long> eachSecond) {}

  /**
   * Counts between bounds.
   *
   * @param upperBounds of all bins but a last one
   */
  record Bins(List<Double> upperBounds, List<Long> counts) {}

  /**
   * Estimates from the bins of the metric.
   *
   * @param count how many were measured
   * @param p50 half took no longer
   * @param p99 99 % took no longer
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Latency(long count, @Nullable Double p50, @Nullable Double p99) {}

  /**
   * Records that could not be scored.
   *
   * @param total since the process began
   * @param byReason the same by reason, without those that did not occur
   * @param oldestAgeSeconds of the topic, by its timestamp
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeadLettered(long total, Map<String, Long> byReason, @Nullable Double oldestAgeSeconds) {}

  /**
   * A score. The review's own data are there only where texts are shown.
   *
   * @param text its beginning
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Latest(
      String scoredAt,
      double score,
      String label,
      int tokens,
      int outOfVocabulary,
      int truncated,
      @Nullable String reviewId,
      @Nullable String itemId,
      @Nullable String text) {}
}
