package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.app.metrics.Totals;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.schemas.ReviewScore;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what the application does now. Thread-safe. */
final class InstanceStatusReader {

  private static final double MILLIS = 1_000;

  private final PageContext surroundings;
  private final RecentActivity lastMinute;
  private final LatestScores latest;
  private final ScoreHistogram scores;

  InstanceStatusReader(
      PageContext surroundings,
      RecentActivity lastMinute,
      LatestScores latest,
      ScoreHistogram scores) {
    this.surroundings = surroundings;
    this.lastMinute = lastMinute;
    this.latest = latest;
    this.scores = scores;
  }

  /** What is counted until now. */
  Counts counts() {
    return new Counts(surroundings.readings().totals(), scores.counts());
  }

  InstanceStatus now() {
    Counts counts = counts();
    Totals totals = counts.totals();
    RecentActivity.Recent recent = lastMinute.recent(counts);
    return new InstanceStatus(
        Instant.ofEpochMilli(surroundings.clock().millis()).toString(),
        surroundings.applicationId(),
        surroundings.version(),
        surroundings.state().get(),
        new InstanceStatus.Scored(
            totals.allScored(), totals.scored(), orNull(recent.perSecond()), recent.eachSecond()),
        new InstanceStatus.Bins(recent.scores().upperBounds(), recent.scores().counts()),
        Map.of("scoring", latency(recent.scoring()), "endToEnd", latency(recent.endToEnd())),
        deadLettered(totals),
        lag(),
        latest.entries().stream().map(InstanceStatusReader::latest).toList());
  }

  private InstanceStatus.DeadLettered deadLettered(Totals totals) {
    Map<String, Long> occurred = new TreeMap<>(totals.deadLettered());
    occurred.values().removeIf(count -> count == 0);
    return new InstanceStatus.DeadLettered(
        occurred.values().stream().mapToLong(Long::longValue).sum(),
        occurred,
        orNull(surroundings.readings().gauge(MeterDefinition.OLDEST_DEAD_LETTER)));
  }

  private @Nullable Long lag() {
    OptionalDouble lag = surroundings.readings().gauge(MeterDefinition.CONSUMER_LAG);
    return lag.isPresent() ? Math.round(lag.getAsDouble()) : null;
  }

  private static InstanceStatus.Latency latency(Histogram seconds) {
    return new InstanceStatus.Latency(
        seconds.counts().stream().mapToLong(Long::longValue).sum(),
        millis(Quantile.of(seconds, 0.5)),
        millis(Quantile.of(seconds, 0.99)));
  }

  private static @Nullable Double millis(OptionalDouble seconds) {
    return seconds.isPresent() ? seconds.getAsDouble() * MILLIS : null;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static InstanceStatus.Latest latest(LatestScores.Entry entry) {
    ReviewScore score = entry.score();
    boolean shown = entry.text().isPresent();
    return new InstanceStatus.Latest(
        score.getScoredAt().toString(),
        score.getScore(),
        score.getLabel().name(),
        score.getTokens().getCount(),
        score.getTokens().getOutOfVocabulary(),
        score.getTokens().getTruncated(),
        shown ? score.getReviewId() : null,
        shown ? score.getItemId() : null,
        entry.text().orElse(null));
  }
}
