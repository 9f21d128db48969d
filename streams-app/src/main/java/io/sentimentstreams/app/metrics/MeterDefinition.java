package io.sentimentstreams.app.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name, type, unit, labels and meaning of every meter of the application. */
public enum MeterDefinition implements MeterDocumentation {
  /** Counts scores. */
  REVIEWS_SCORED(
      "sentiment.scored",
      Meter.Type.COUNTER,
      "reviews",
      "Number of score records by label; `label` is empty for reviews without a label. A model has"
          + " at most 20 series with a label: with more labels, the 19 most frequent ones of the"
          + " validation reviews and `other`.",
      List.of(MeterLabel.LABEL, MeterLabel.MODEL, MeterLabel.VERSION)),
  /** Counts scores without a label. */
  REVIEWS_ABSTAINED(
      "sentiment.abstained",
      Meter.Type.COUNTER,
      "reviews",
      "Number of score records without a label. `sentiment_scored_reviews_total` with an empty"
          + " `label` counts them too.",
      List.of(MeterLabel.REASON, MeterLabel.MODEL, MeterLabel.VERSION)),
  /** Counts reviews by language. */
  REVIEW_LANGUAGES(
      "sentiment.language",
      Meter.Type.COUNTER,
      "reviews",
      "Number of score records by the `language` of the record; empty if it is not known. The"
          + " series are the first 20 languages and `other`. There are none if the only model"
          + " answers every language.",
      List.of(MeterLabel.LANGUAGE)),
  /** Times the detection of languages. */
  LANGUAGE_DETECTION(
      "sentiment.language.detection",
      Meter.Type.TIMER,
      "seconds",
      "Time to detect the language of one text. Texts with a language tag, with the script of one"
          + " route or with known words are not detected.",
      List.of(),
      HistogramBuckets.QUICK),
  /** Counts scores that are not in any window. */
  ITEM_DROPPED(
      "sentiment.item.dropped",
      Meter.Type.COUNTER,
      "reviews",
      "Number of scored reviews that are not in any item's window: without an item, or later than"
          + " the grace period.",
      List.of(MeterLabel.REASON)),
  /** Counts dead letters. */
  DEAD_LETTERS(
      "sentiment.dead.lettered",
      Meter.Type.COUNTER,
      "records",
      "Number of records that could not be scored and were written to the dead-letter topic.",
      List.of(MeterLabel.REASON)),
  /** The age of the oldest dead letter. */
  OLDEST_DEAD_LETTER(
      "sentiment.dead.letter.oldest.age",
      Meter.Type.GAUGE,
      "seconds",
      "Age of the oldest record of the dead-letter topic, by its timestamp; 0 if the topic is"
          + " empty, NaN if unknown. The same on every instance.",
      List.of()),
  /** Times decoding. */
  DECODING(
      "sentiment.decoding",
      Meter.Type.TIMER,
      "seconds",
      "Time to validate and decode one record.",
      List.of(),
      HistogramBuckets.QUICK),
  /** Times tokenizing. */
  TOKENIZING(
      "sentiment.tokenizing",
      Meter.Type.TIMER,
      "seconds",
      "Time to convert one text to token indices.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.QUICK),
  /** Times the network. */
  SCORING(
      "sentiment.scoring",
      Meter.Type.TIMER,
      "seconds",
      "Time to run the network on one text's token indices.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.SCORING),
  /** Times publishing. */
  PUBLISH_LATENCY(
      "sentiment.publish.latency",
      Meter.Type.TIMER,
      "seconds",
      "Time from sending a score or a dead letter until consumers can read it. With"
          + " exactly_once_v2, this is the commit of its transaction; with at_least_once, the"
          + " acknowledgement of the broker.",
      List.of(),
      HistogramBuckets.WAIT),
  /** Times the way from a record's timestamp to its score. */
  E2E_LATENCY(
      "sentiment.e2e.latency",
      Meter.Type.TIMER,
      "seconds",
      "Time from a record's timestamp until its score exists. Consumers can read it after a further"
          + " sentiment_publish_latency_seconds.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.WAIT),
  /** The distribution of scores. */
  SCORES(
      "sentiment.review.score",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "ratio",
      "Score, 0 to 1: P(positive) of two labels, the expected position on the scale of ordered"
          + " labels. A model of labels without an order has no series.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.TENTHS),
  /** The distribution of the largest probabilities. */
  CONFIDENCE(
      "sentiment.review.confidence",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "ratio",
      "Largest probability of a label, 0 to 1.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.TENTHS),
  /** The lengths of texts. */
  TOKENS(
      "sentiment.review.tokens",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "tokens",
      "Number of tokens of a review's text before truncation.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.TOKENS),
  /** The shares of unknown tokens. */
  OUT_OF_VOCABULARY(
      "sentiment.review.out.of.vocabulary.ratio",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "ratio",
      "Share of a text's tokens that are not in the vocabulary, 0 to 1.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.SHARES),
  /** Counts truncated texts. */
  REVIEWS_TRUNCATED(
      "sentiment.truncated",
      Meter.Type.COUNTER,
      "reviews",
      "Number of reviews with more tokens than the model's maximum length.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION)),
  /** The shares of truncated tokens. */
  TRUNCATED_SHARE(
      "sentiment.review.truncated.ratio",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "ratio",
      "Share of a text's tokens beyond the model's maximum length, 0 to 1.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION),
      HistogramBuckets.SHARES),
  /** The distance of recent reviews from the validation texts. */
  DRIFT(
      "sentiment.drift",
      Meter.Type.GAUGE,
      "psi",
      "Population stability index of the last hour's reviews against the bundle's validation"
          + " reviews; NaN for fewer than 500 reviews, or without a reference. The feature is"
          + " `score` (with more than two labels `confidence`), `length`, `out_of_vocabulary` or"
          + " `label`, which also needs 50 reviews per label.",
      List.of(MeterLabel.FEATURE, MeterLabel.MODEL, MeterLabel.VERSION)),
  /** The active model. */
  MODEL_INFO(
      "sentiment.model.info",
      Meter.Type.GAUGE,
      "info",
      "1 for the active model.",
      List.of(MeterLabel.MODEL, MeterLabel.VERSION, MeterLabel.SHA256)),
  /** The lag of this process. */
  CONSUMER_LAG(
      "sentiment.consumer.lag",
      Meter.Type.GAUGE,
      "records",
      "Number of records in this process's partitions that were not consumed yet; NaN before the"
          + " first fetch.",
      List.of()),
  /** The lag of each partition. */
  PARTITION_LAG(
      "sentiment.consumer.partition.lag",
      Meter.Type.GAUGE,
      "records",
      "Number of records in one partition that were not consumed yet; present from the first fetch"
          + " until the partition is revoked.",
      List.of(MeterLabel.TOPIC, MeterLabel.PARTITION)),
  /** Counts requests to a schema registry. */
  REGISTRY_REQUESTS(
      "sentiment.schema.registry.requests",
      Meter.Type.COUNTER,
      "requests",
      "Number of requests to the schema registry by outcome: answered, refused or failed.",
      List.of(MeterLabel.OUTCOME)),
  /** The partitions that wait for a schema. */
  REGISTRY_PAUSED(
      "sentiment.schema.registry.paused",
      Meter.Type.GAUGE,
      "partitions",
      "Number of partitions paused because the schema of their next record is unknown.",
      List.of()),
  /** Counts replaced stream threads. */
  THREADS_REPLACED(
      "sentiment.stream.threads.replaced",
      Meter.Type.COUNTER,
      "threads",
      "Number of stream threads replaced after a transient error.",
      List.of());

  private final String meterName;
  private final Meter.Type type;
  private final String unit;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<MeterLabel> labels;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Double> buckets;

  MeterDefinition(
      String meterName, Meter.Type type, String unit, String description, List<MeterLabel> labels) {
    this(meterName, type, unit, description, labels, List.of());
  }

  MeterDefinition(
      String meterName,
      Meter.Type type,
      String unit,
      String description,
      List<MeterLabel> labels,
      List<Double> buckets) {
    this.meterName = meterName;
    this.type = type;
    this.unit = unit;
    this.description = description;
    this.labels = labels;
    this.buckets = buckets;
  }

  /** Returns the name in Micrometer's spelling, with dots. */
  @Override
  public String getName() {
    return meterName;
  }

  @Override
  public Meter.Type getType() {
    return type;
  }

  /** Returns the unit that is appended to the name; null if the name contains it already. */
  @Override
  public @Nullable String getBaseUnit() {
    return List.of(meterName.split("\\.", -1)).contains(unit) ? null : unit;
  }

  @Override
  public KeyName[] getKeyNames() {
    return labels.toArray(KeyName[]::new);
  }

  /** Returns the name of the family that Prometheus reads, without {@code _bucket} and the like. */
  public String prometheusName() {
    String name = meterName.replace('.', '_');
    String withUnit = getBaseUnit() == null ? name : name + "_" + unit;
    return type == Meter.Type.COUNTER ? withUnit + "_total" : withUnit;
  }

  /** Returns the type that Prometheus reads. */
  public String prometheusType() {
    return switch (type) {
      case COUNTER -> "counter";
      case GAUGE -> "gauge";
      default -> "histogram";
    };
  }

  /** Returns the unit of the values. */
  public String unit() {
    return unit;
  }

  /** Returns one or two sentences for operators. */
  public String description() {
    return description;
  }

  /** Returns the upper bounds of a histogram's buckets in its unit, ascending. */
  public List<Double> buckets() {
    return buckets;
  }
}
