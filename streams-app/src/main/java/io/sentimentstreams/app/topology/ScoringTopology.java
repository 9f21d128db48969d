package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.item.ItemKey;
import io.sentimentstreams.app.item.ItemTopology;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The topology: reviews in, scores and dead letters out. Values are bytes to Kafka Streams, so that
 * what cannot be decoded reaches the processor like anything else.
 */
public final class ScoringTopology {

  static final String READ_REVIEWS = "read-reviews";
  public static final String SCORE_REVIEW = "score-review";
  static final String WRITE_SCORES = "write-scores";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  private final Topics topics;
  private final Supplier<ReviewDecoder> formats;
  private final Supplier<RecordEncoder<ReviewScore>> encoder;
  private final int reviewMaxBytes;
  private final ActiveModel model;
  private final DeadLetters deadLetters;
  private final ScoringMeters meters;
  private final Clock clock;
  private final ScoreListener listener;
  private final Optional<ItemTopology> items;

  /**
   * A topology that is not built yet.
   *
   * @param topics the topics' names
   * @param formats how reviews are written; asked once for each task
   * @param encoder how scores are written; not asked before a score is there
   * @param reviewMaxBytes bytes of key, value and headers above which a record is not read
   * @param model what scores
   * @param deadLetters what makes dead letters
   * @param meters what counts
   * @param clock what tells when a score was made
   * @param listener what hears of each score
   * @param items what counts by item, if anything does
   */
  public ScoringTopology(
      Topics topics,
      Supplier<ReviewDecoder> formats,
      Supplier<RecordEncoder<ReviewScore>> encoder,
      int reviewMaxBytes,
      ActiveModel model,
      DeadLetters deadLetters,
      ScoringMeters meters,
      Clock clock,
      ScoreListener listener,
      Optional<ItemTopology> items) {
    this.topics = topics;
    this.formats = formats;
    this.encoder = encoder;
    this.reviewMaxBytes = reviewMaxBytes;
    this.model = model;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.clock = clock;
    this.listener = listener;
    this.items = items;
  }

  /** Builds it; every node is named. */
  public Topology build() {
    AutoOffsetReset from = AutoOffsetReset.earliest();
    NonNegativeTimestampExtractor time = new NonNegativeTimestampExtractor();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    ByteArraySerializer keys = new ByteArraySerializer();
    PartitionedValueSerializer values = new PartitionedValueSerializer();
    SourcePartitionPartitioner partition = new SourcePartitionPartitioner();
    Topology topology =
        new Topology()
            .addSource(from, READ_REVIEWS, time, bytes, bytes, topics.reviews())
            .addProcessor(SCORE_REVIEW, this::newProcessor, READ_REVIEWS)
            .addSink(WRITE_SCORES, topics.scores(), keys, values, partition, SCORE_REVIEW)
            .addSink(
                WRITE_DEAD_LETTERS, topics.deadLetter(), keys, values, partition, SCORE_REVIEW);
    items.ifPresent(more -> more.addTo(topology));
    return topology;
  }

  private ScoreProcessor newProcessor() {
    TextScorer scorer = model.newScorer();
    return new ScoreProcessor(
        new ReviewReader(formats.get(), reviewMaxBytes),
        new ReviewScorer(model, scorer::encode, scorer::score, meters, clock, listener),
        encoder,
        deadLetters,
        items.isPresent() ? ItemKey.counted(meters) : ItemKey.none(),
        meters);
  }
}
