package io.sentimentstreams.app.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every meter of ours: its name, kind, unit, labels and meaning. Operators build on these. */
public enum MeterDefinition {
  /** Counts scores. */
  REVIEWS_SCORED(
      "sentiment.scored",
      Kind.COUNTER,
      "reviews",
      "Reviews that were scored.",
      List.of("label", "model", "version")),
  /** Counts what is in no window. */
  ITEM_DROPPED(
      "sentiment.item.dropped",
      Kind.COUNTER,
      "reviews",
      "Scored reviews that are in no item's window: without an item, or later than the grace.",
      List.of("reason")),
  /** Counts dead letters. */
  DEAD_LETTERS(
      "sentiment.dead.lettered",
      Kind.COUNTER,
      "records",
      "Records that could not be scored and went to the dead-letter topic.",
      List.of("reason")),
  /** How long the oldest dead letter lies. */
  OLDEST_DEAD_LETTER(
      "sentiment.dead.letter.oldest.age",
      Kind.GAUGE,
      "seconds",
      "Age of the oldest record of the dead-letter topic, by its timestamp; 0 if there is none, NaN"
          + " if it is not known. Every instance says the same.",
      List.of()),
  /** Times reading a record. */
  DECODING(
      "sentiment.decoding",
      Kind.TIMER,
      "seconds",
      "Time to check one record and to decode its review.",
      List.of(),
      HistogramBuckets.QUICK),
  /** Times turning texts into token indices. */
  TOKENIZING(
      "sentiment.tokenizing",
      Kind.TIMER,
      "seconds",
      "Time to turn one text into token indices.",
      List.of("model", "version"),
      HistogramBuckets.QUICK),
  /** Times the network. */
  SCORING(
      "sentiment.scoring",
      Kind.TIMER,
      "seconds",
      "Time to run the network over one text's token indices.",
      List.of("model", "version"),
      HistogramBuckets.SCORING),
  /** Times the way of a made record to its readers. */
  PUBLISH_LATENCY(
      "sentiment.publish.latency",
      Kind.TIMER,
      "seconds",
      "Time from handing a score or a dead letter to the producer until readers can see it: with"
          + " exactly_once_v2 until its transaction is committed, otherwise until the broker has"
          + " it.",
      List.of(),
      HistogramBuckets.WAIT),
  /** Times the way of a record so far. */
  E2E_LATENCY(
      "sentiment.e2e.latency",
      Kind.TIMER,
      "seconds",
      "Time from a record's timestamp until its score was made; readers see it a"
          + " sentiment_publish_latency_seconds later.",
      List.of("model", "version"),
      HistogramBuckets.WAIT),
  /** How scores are distributed. */
  SCORES(
      "sentiment.review.score",
      Kind.HISTOGRAM,
      "ratio",
      "Scores, P(positive), 0 to 1.",
      List.of("model", "version"),
      HistogramBuckets.TENTHS),
  /** Sizes of texts. */
  TOKENS(
      "sentiment.review.tokens",
      Kind.HISTOGRAM,
      "tokens",
      "Tokens of a review's text before it is cut.",
      List.of("model", "version"),
      HistogramBuckets.TOKENS),
  /** How foreign texts are. */
  OUT_OF_VOCABULARY(
      "sentiment.review.out.of.vocabulary.ratio",
      Kind.HISTOGRAM,
      "ratio",
      "Share of a text's tokens that the vocabulary does not hold, 0 to 1.",
      List.of("model", "version"),
      HistogramBuckets.SHARES),
  /** Counts cut texts. */
  REVIEWS_TRUNCATED(
      "sentiment.truncated",
      Kind.COUNTER,
      "reviews",
      "Reviews with more tokens than the model reads.",
      List.of("model", "version")),
  /** How much is cut off texts. */
  TRUNCATED_SHARE(
      "sentiment.review.truncated.ratio",
      Kind.HISTOGRAM,
      "ratio",
      "Share of a text's tokens that were cut off because the model does not read so many, 0 to 1.",
      List.of("model", "version"),
      HistogramBuckets.SHARES),
  /** How far reviews are from those that the model was validated with. */
  DRIFT(
      "sentiment.drift",
      Kind.GAUGE,
      "psi",
      "Population stability index of the last hour's reviews against the bundle's validation"
          + " reviews; not a number before 500 reviews.",
      List.of("feature", "model", "version")),
  /** Names the active model. */
  MODEL_INFO(
      "sentiment.model.info",
      Kind.GAUGE,
      "info",
      "1 for the model that scores now.",
      List.of("model", "version", "sha256")),
  /** How much is not read yet. */
  CONSUMER_LAG(
      "sentiment.consumer.lag",
      Kind.GAUGE,
      "records",
      "Records of the partitions of this process that are not read yet; not a number before the"
          + " first fetch.",
      List.of()),
  /** How much of each partition is not read yet. */
  PARTITION_LAG(
      "sentiment.consumer.partition.lag",
      Kind.GAUGE,
      "records",
      "Records of one partition that are not read yet; there from a partition's first fetch until"
          + " another process reads it.",
      List.of("topic", "partition")),
  /** Counts what a schema registry was asked. */
  REGISTRY_REQUESTS(
      "sentiment.schema.registry.requests",
      Kind.COUNTER,
      "requests",
      "Requests to the schema registry: answered, refused by it, or failed.",
      List.of("outcome")),
  /** Counts what waits for a schema registry. */
  REGISTRY_PAUSED(
      "sentiment.schema.registry.paused",
      Kind.GAUGE,
      "partitions",
      "Partitions that wait because the schema of their next record is not known yet.",
      List.of()),
  /** Counts replaced stream threads. */
  THREADS_REPLACED(
      "sentiment.stream.threads.replaced",
      Kind.COUNTER,
      "threads",
      "Stream threads that died of a passing fault and were replaced.",
      List.of());

  /** What a meter measures with. */
  public enum Kind {
    /** Only grows. */
    COUNTER("counter"),
    /** Distribution of times. */
    TIMER("histogram"),
    /** Distribution of sizes. */
    HISTOGRAM("histogram"),
    /** A value of the moment. */
    GAUGE("gauge");

    private final String prometheusType;

    Kind(String prometheusType) {
      this.prometheusType = prometheusType;
    }

    /** What Prometheus calls it. */
    public String prometheusType() {
      return prometheusType;
    }
  }

  private final String meterName;
  private final Kind kind;
  private final String unit;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> labels;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Double> buckets;

  MeterDefinition(
      String meterName, Kind kind, String unit, String description, List<String> labels) {
    this(meterName, kind, unit, description, labels, List.of());
  }

  MeterDefinition(
      String meterName,
      Kind kind,
      String unit,
      String description,
      List<String> labels,
      List<Double> buckets) {
    this.meterName = meterName;
    this.kind = kind;
    this.unit = unit;
    this.description = description;
    this.labels = labels;
    this.buckets = buckets;
  }

  /** The name in Micrometer's spelling, with dots. */
  public String meterName() {
    return meterName;
  }

  /** Returns the name of the family that Prometheus reads, without {@code _bucket} and the like. */
  public String prometheusName() {
    String name = meterName.replace('.', '_');
    String withUnit = baseUnit() == null ? name : name + "_" + unit;
    return kind == Kind.COUNTER ? withUnit + "_total" : withUnit;
  }

  /** Returns the unit that is appended to the name; null if the name contains it already. */
  public @Nullable String baseUnit() {
    return List.of(meterName.split("\\.", -1)).contains(unit) ? null : unit;
  }

  /** What the meter measures with. */
  public Kind kind() {
    return kind;
  }

  /** What is counted or measured. */
  public String unit() {
    return unit;
  }

  /** One sentence for operators. */
  public String description() {
    return description;
  }

  /** The names of its labels. */
  public List<String> labels() {
    return labels;
  }

  /** The upper bounds of a histogram's buckets in its unit, ascending; empty for other kinds. */
  public List<Double> buckets() {
    return buckets;
  }
}
