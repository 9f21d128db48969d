package io.sentimentstreams.app.topology;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.app.deadletter.DeadLetterOrigin;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.metrics.LanguageMeters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.language.OpenNlpDetector;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a cluster: reviews in, scores and dead letters out. */
public final class ScoringDriver implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
  static final int REVIEW_MAX_BYTES = 1_000;
  static final int DEAD_LETTER_MAX_BYTES = 10_000;

  private static final RecordEncoder<ReviewScore> SCORES = RecordEncoder.of(ReviewScore.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final Topology topology;
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> reviews;
  private final TestOutputTopic<byte[], byte[]> scores;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  public ScoringDriver(LoadedBundle bundle) {
    this(ServedModels.of(bundle), ScoringDriver::avro, DeadLetterText.KEEP);
  }

  ScoringDriver(ActiveModel... models) {
    this(new ServedModels(List.of(models)), ScoringDriver::avro, DeadLetterText.KEEP);
  }

  ScoringDriver(LoadedBundle bundle, DeadLetterText text) {
    this(ServedModels.of(bundle), ScoringDriver::avro, text);
  }

  ScoringDriver(LoadedBundle bundle, Supplier<ReviewDecoder> formats) {
    this(ServedModels.of(bundle), formats, DeadLetterText.KEEP);
  }

  /** Adds an extension, which registers its meters. */
  public ScoringDriver(
      LoadedBundle bundle, Function<PrometheusMeterRegistry, TopologyExtension> extension) {
    this(ServedModels.of(bundle), ScoringDriver::avro, DeadLetterText.KEEP, Optional.of(extension));
  }

  private ScoringDriver(ServedModels models, Supplier<ReviewDecoder> formats, DeadLetterText text) {
    this(models, formats, text, Optional.empty());
  }

  private ScoringDriver(
      ServedModels models,
      Supplier<ReviewDecoder> formats,
      DeadLetterText text,
      Optional<Function<PrometheusMeterRegistry, TopologyExtension>> extension) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Topics topics = new Topics("reviews", "review-scores", "reviews-dead-letter");
    ScoringMeters meters = new ScoringMeters(registry);
    List<TopologyExtension> extensions =
        extension.map(make -> make.apply(registry)).stream().toList();
    DeadLetters letters =
        new DeadLetters(
            new DeadLetterOrigin("test", "1.2.3", models.description()),
            DEAD_LETTER_MAX_BYTES,
            text,
            clock);
    ScoringTopology scoring =
        new ScoringTopology(
            topics,
            () ->
                new ScoreProcessor(
                    new ReviewReader(formats.get(), REVIEW_MAX_BYTES),
                    reviewScorer(models, meters, clock),
                    () -> SCORES,
                    extensions.stream().map(ScoreBranch::new).toList(),
                    letters,
                    meters),
            extensions);
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    topology = scoring.build();
    driver = new TopologyTestDriver(topology, config);
    ByteArraySerializer write = new ByteArraySerializer();
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    reviews = driver.createInputTopic(topics.reviews(), write, write);
    scores = driver.createOutputTopic(topics.scores(), read, read);
    deadLetters = driver.createOutputTopic(topics.deadLetter(), read, read);
  }

  static ReviewScorer reviewScorer(ServedModels models, ScoringMeters meters, Clock clock) {
    OpenNlpDetector detector = new OpenNlpDetector();
    LanguageMeters languages = meters.ofLanguages(models.newRouter(detector).languages());
    Map<String, ModelScorer> scorers = new HashMap<>();
    for (ActiveModel model : models.all()) {
      scorers.put(
          model.route(), new ModelScorer(model, model.newScorer(), meters.ofModel(model), clock));
    }
    return new ReviewScorer(
        models.newRouter(languages.timed(detector)),
        scorers,
        languages,
        clock,
        ScoreListener.none());
  }

  private static ReviewDecoder avro() {
    return new AvroReviewDecoder(RecordDecoder.of(ReviewEvent.class));
  }

  public void publish(TestRecord<byte[], byte[]> record) {
    reviews.pipeInput(record);
  }

  public boolean hasScore() {
    return !scores.isEmpty();
  }

  boolean hasDeadLetter() {
    return !deadLetters.isEmpty();
  }

  TestRecord<byte[], byte[]> score() {
    return scores.readRecord();
  }

  ReviewScore decodedScore() {
    return decoder.decode(score().value());
  }

  TestRecord<byte[], byte[]> deadLetter() {
    return deadLetters.readRecord();
  }

  /** Returns the records that were written to a topic since the last call. */
  public List<TestRecord<byte[], byte[]>> written(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  public String description() {
    return topology.describe().toString();
  }

  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    driver.close();
  }
}
