package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.language.LanguageChoice;
import io.sentimentstreams.model.language.LanguageDetector;
import io.sentimentstreams.model.language.LanguageProbabilities;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The meters of languages, and of reviews without a model. The series of languages with a route
 * exist from the start. If no language has a route, nothing is registered and nothing is counted.
 * Thread-safe.
 */
public final class LanguageMeters {

  /** The maximum number of series with a language; further languages share one. */
  static final int MAX_LANGUAGES = 20;

  /** The series of further languages. */
  static final String OTHER = "other";

  /** The value of the series of reviews whose language is not known. */
  static final String UNKNOWN = "";

  private static final Tags NO_MODEL = Tags.of("model", "", "version", "");

  private final DefinedMeters meters;
  private final Clock clock;
  private final boolean isUsed;
  private final Map<String, Counter> languages = new ConcurrentHashMap<>();

  LanguageMeters(DefinedMeters meters, Set<String> routed) {
    this.meters = meters;
    clock = meters.registry().config().clock();
    isUsed = !routed.isEmpty();
    if (isUsed) {
      meters.timer(MeterDefinition.LANGUAGE_DETECTION, Tags.empty());
      unlabelled();
      unsupported();
      endToEnd();
      routed.stream().sorted().forEach(this::counter);
      counter(UNKNOWN);
      register(OTHER);
    }
  }

  /** Counts the language of a review with a model. */
  public void routed(LanguageChoice choice) {
    if (isUsed) {
      counter(choice.language().orElse(UNKNOWN)).increment();
    }
  }

  /**
   * Counts a review without a model.
   *
   * @param age from the record's timestamp until now; a negative age counts as zero
   */
  public void unsupported(LanguageChoice choice, Duration age) {
    routed(choice);
    unlabelled().increment();
    unsupported().increment();
    endToEnd().record(age.isNegative() ? Duration.ZERO : age);
  }

  /** Returns a detector that records its times. */
  public LanguageDetector timed(LanguageDetector detector) {
    return new LanguageDetector() {
      @Override
      public Set<String> languages() {
        return detector.languages();
      }

      @Override
      public LanguageProbabilities detect(String text) {
        long start = clock.monotonicTime();
        LanguageProbabilities found = detector.detect(text);
        meters
            .timer(MeterDefinition.LANGUAGE_DETECTION, Tags.empty())
            .record(clock.monotonicTime() - start, TimeUnit.NANOSECONDS);
        return found;
      }
    };
  }

  private Counter counter(String language) {
    Counter known = languages.get(language);
    if (known != null) {
      return known;
    }
    // Threads that come at once may exceed the limit by their number.
    return languages.size() < MAX_LANGUAGES || language.equals(UNKNOWN)
        ? languages.computeIfAbsent(language, this::register)
        : register(OTHER);
  }

  private Counter register(String language) {
    return meters.counter(MeterDefinition.REVIEW_LANGUAGES, Tags.of("language", language));
  }

  private Counter unlabelled() {
    return meters.counter(
        MeterDefinition.REVIEWS_SCORED, NO_MODEL.and("label", DecisionMeters.NO_LABEL));
  }

  private Counter unsupported() {
    return meters.counter(
        MeterDefinition.REVIEWS_ABSTAINED,
        NO_MODEL.and("reason", AbstainReason.UNSUPPORTED_LANGUAGE.name()));
  }

  private Timer endToEnd() {
    return meters.timer(MeterDefinition.E2E_LATENCY, NO_MODEL);
  }
}
