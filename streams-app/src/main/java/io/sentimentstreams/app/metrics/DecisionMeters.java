package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The counters of a model's labels and of the reasons for none. Thread-safe. */
final class DecisionMeters {

  /** The maximum number of series with a label; further labels share the last one. */
  static final int MAX_LABELS = 20;

  /** The series of further labels. */
  static final String OTHER = "other";

  /** The value of the series without a label; no label is blank. */
  static final String NO_LABEL = "";

  /** The reasons of a model; that of an unsupported language has none. */
  private static final List<AbstainReason> REASONS =
      List.of(AbstainReason.LOW_CONFIDENCE, AbstainReason.OUT_OF_VOCABULARY);

  private final Map<String, Counter> scored = new HashMap<>();
  private final Counter unlabelled;
  private final Map<AbstainReason, Counter> abstained = new EnumMap<>(AbstainReason.class);

  DecisionMeters(DefinedMeters meters, Tags tags, ActiveModel model) {
    Set<String> named = named(model.labels(), model.validated().labels());
    for (String label : model.labels()) {
      String shown = named.contains(label) ? label : OTHER;
      scored.put(label, meters.counter(MeterDefinition.REVIEWS_SCORED, tags.and("label", shown)));
    }
    unlabelled = meters.counter(MeterDefinition.REVIEWS_SCORED, tags.and("label", NO_LABEL));
    for (AbstainReason reason : REASONS) {
      abstained.put(
          reason,
          meters.counter(MeterDefinition.REVIEWS_ABSTAINED, tags.and("reason", reason.name())));
    }
  }

  /**
   * Returns the labels with a series of their own: all of them, or the most frequent ones.
   *
   * @param counts of the labels in the same order; empty if unknown, then the first ones are named
   */
  static Set<String> named(List<String> labels, List<Long> counts) {
    if (labels.size() <= MAX_LABELS) {
      return Set.copyOf(labels);
    }
    return IntStream.range(0, labels.size())
        .boxed()
        .sorted(Comparator.comparing(i -> counts.isEmpty() ? 0 : -counts.get(i)))
        .limit(MAX_LABELS - 1)
        .map(labels::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Counts a decision. */
  void record(Decision decision) {
    decision.label().map(scored::get).orElse(unlabelled).increment();
    if (decision.abstained().isPresent()) {
      Objects.requireNonNull(abstained.get(decision.abstained().get())).increment();
    }
  }
}
