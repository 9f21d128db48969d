package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.app.metrics.Totals;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the current status of the instance. Thread-safe. */
final class InstanceStatusReader {

  private static final double MILLIS = 1_000;

  private final PageContext context;
  private final RecentActivity activity;
  private final LatestScores latest;
  private final ScoreHistogram scores;

  InstanceStatusReader(
      PageContext context, RecentActivity activity, LatestScores latest, ScoreHistogram scores) {
    this.context = context;
    this.activity = activity;
    this.latest = latest;
    this.scores = scores;
  }

  /** Returns the counts since the process started. */
  Counts counts() {
    return new Counts(context.readings().totals(), scores.counts());
  }

  /** Returns the status now. */
  InstanceStatus now() {
    Counts counts = counts();
    Totals totals = counts.totals();
    RecentActivity.Recent recent = activity.recent(counts);
    return new InstanceStatus(
        Instant.ofEpochMilli(context.clock().millis()).toString(),
        context.applicationId(),
        context.version(),
        context.state().get(),
        new InstanceStatus.Scored(
            totals.allScored(),
            totals.labelled(),
            totals.abstained(),
            orNull(recent.perSecond()),
            recent.eachSecond()),
        new InstanceStatus.Bins(
            scores.feature(), recent.scores().upperBounds(), recent.scores().counts()),
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
        orNull(context.readings().gauge(MeterDefinition.OLDEST_DEAD_LETTER)));
  }

  private @Nullable Long lag() {
    OptionalDouble lag = context.readings().gauge(MeterDefinition.CONSUMER_LAG);
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
    TokenCounts tokens = score.getTokens();
    boolean shown = entry.text().isPresent();
    return new InstanceStatus.Latest(
        score.getScoredAt().toString(),
        score.getLabel(),
        score.getAbstained() == null ? null : score.getAbstained().name(),
        score.getScore(),
        orNull(ScoreHistogram.confidence(score)),
        tokens == null ? 0 : tokens.getCount(),
        tokens == null ? 0 : tokens.getOutOfVocabulary(),
        tokens == null ? 0 : tokens.getTruncated(),
        score.getModel() == null ? null : score.getModel().getRoute(),
        score.getLanguage(),
        shown ? score.getReviewId() : null,
        shown ? score.getItemId() : null,
        entry.text().orElse(null));
  }
}
