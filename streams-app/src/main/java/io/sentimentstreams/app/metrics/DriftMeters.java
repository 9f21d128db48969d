package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Tags;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.text.EncodedText;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The distance of the last hour's reviews from a model's validation texts. A gauge is NaN for fewer
 * than {@value #MIN_SCORES} reviews, or if the bundle has no reference. The gauge of labels also
 * needs {@value #MIN_SCORES_PER_LABEL} reviews per label. Thread-safe.
 */
final class DriftMeters {

  /** The window of the reviews. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** For fewer reviews, random variation alone gives an index that suggests a change. */
  static final int MIN_SCORES = 500;

  /** By random variation alone, the index of n reviews with k labels is about k / n. */
  static final int MIN_SCORES_PER_LABEL = 50;

  private static final int SLICES = 12;

  private final DefinedMeters meters;
  private final Tags tags;
  private final boolean binary;
  private final Map<String, Integer> labels = new HashMap<>();
  private final SlidingHistogram score;
  private final SlidingHistogram length;
  private final SlidingHistogram outOfVocabulary;
  private final SlidingHistogram label;

  DriftMeters(DefinedMeters meters, Tags tags, ActiveModel model) {
    this.meters = meters;
    this.tags = tags;
    ReferenceHistograms reference = model.validated();
    binary = model.task() == Task.BINARY;
    score = watched(binary ? "score" : "confidence", reference.score(), MIN_SCORES);
    length = watched("length", reference.length(), MIN_SCORES);
    outOfVocabulary = watched("out_of_vocabulary", reference.outOfVocabularyShare(), MIN_SCORES);
    int count = model.labels().size();
    for (int i = 0; i < count; i++) {
      labels.put(model.labels().get(i), i);
    }
    label =
        watched(
            "label",
            byIndex(count, reference.labels()),
            Math.max(MIN_SCORES, MIN_SCORES_PER_LABEL * count));
  }

  /** Returns a histogram with one bin per label. */
  private static Histogram byIndex(int labels, List<Long> counts) {
    return new Histogram(
        IntStream.range(0, labels - 1).mapToObj(i -> (double) i).toList(),
        counts.isEmpty() ? IntStream.range(0, labels).mapToObj(i -> 0L).toList() : counts);
  }

  /** Records the tokens of a text. */
  void recordText(EncodedText text) {
    length.record(text.tokens());
    if (text.tokens() > 0) {
      outOfVocabulary.record((double) text.outOfVocabulary() / text.tokens());
    }
  }

  /**
   * Records a decision for which the network was asked.
   *
   * @param confidence the largest probability
   */
  void recordDecision(Decision decision, double confidence) {
    score.record(binary ? decision.probabilities().get(1) : confidence);
    if (decision.label().isPresent()) {
      label.record(Objects.requireNonNull(labels.get(decision.label().get())));
    }
  }

  private SlidingHistogram watched(String feature, Histogram reference, int least) {
    SlidingHistogram recent =
        new SlidingHistogram(
            reference.upperBounds(), WINDOW, SLICES, meters.registry().config().clock()::wallTime);
    meters.gauge(
        MeterDefinition.DRIFT,
        tags.and("feature", feature),
        () -> index(reference, recent.counts(), least));
    return recent;
  }

  private static double index(Histogram reference, long[] recent, int least) {
    boolean known = reference.counts().stream().anyMatch(count -> count > 0);
    return known && Arrays.stream(recent).sum() >= least
        ? PopulationStability.index(reference.counts(), recent)
        : Double.NaN;
  }
}
