package io.sentimentstreams.app.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@code GET /v1/status}, without fields that are unknown.
 *
 * @param at the time of the status, ISO 8601 in UTC
 * @param applicationId the consumer group
 * @param version of the application
 * @param state of the Kafka Streams client
 * @param scored counts of scored reviews
 * @param scores histogram of the last minute
 * @param latency by step, in the last minute
 * @param deadLetters records that could not be scored
 * @param lag records of this instance's partitions that were not consumed yet
 * @param latest the latest scores, newest first
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
   * Counts of scored reviews.
   *
   * @param total since the process started
   * @param byLabel the same by label, without reviews that have none
   * @param abstained number of reviews without a label by reason
   * @param perSecond over the last ten seconds
   * @param eachSecond counts of the last 60 seconds, newest last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Scored(
      long total,
      Map<String, Long> byLabel,
      Map<String, Long> abstained,
      @Nullable Double perSecond,
      List<Long> eachSecond) {}

  /**
   * A histogram.
   *
   * @param feature {@code score}, or {@code confidence} for labels without an order
   * @param upperBounds of all bins except the last one, which has no bound
   */
  record Bins(String feature, List<Double> upperBounds, List<Long> counts) {}

  /**
   * Quantiles in milliseconds, estimated from a histogram.
   *
   * @param count number of measurements
   * @param p50 median
   * @param p99 99th percentile
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Latency(long count, @Nullable Double p50, @Nullable Double p99) {}

  /**
   * Records that could not be scored.
   *
   * @param total since the process started
   * @param byReason counts above 0 by reason
   * @param oldestAgeSeconds age of the topic's oldest record, by its timestamp
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeadLettered(long total, Map<String, Long> byReason, @Nullable Double oldestAgeSeconds) {}

  /**
   * A score. The identifiers and the text are present if the page shows texts.
   *
   * @param label absent if the model abstained
   * @param abstained the reason for no label
   * @param score absent for labels without an order
   * @param confidence the largest probability; absent if the network was not asked
   * @param route of the model; absent if no model answers the language
   * @param language as in the record
   * @param text its first 300 characters
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Latest(
      String scoredAt,
      @Nullable String label,
      @Nullable String abstained,
      @Nullable Double score,
      @Nullable Double confidence,
      int tokens,
      int outOfVocabulary,
      int truncated,
      @Nullable String route,
      @Nullable String language,
      @Nullable String reviewId,
      @Nullable String itemId,
      @Nullable String text) {}
}
