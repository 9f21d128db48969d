package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.admin.Topics;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The topology: it reads reviews and writes a score or a dead letter for each of them. Keys and
 * values are bytes, so that the processor also receives records that cannot be decoded.
 */
public final class ScoringTopology {

  static final String READ_REVIEWS = "read-reviews";
  static final String SCORE_REVIEW = "score-review";
  static final String WRITE_SCORES = "write-scores";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  private final Topics topics;
  private final Supplier<ScoreProcessor> processors;
  private final List<TopologyExtension> extensions;

  /**
   * Creates a description; {@link #build} makes the topology.
   *
   * @param topics the topics' names
   * @param processors called once per task; each processor has a branch per extension
   * @param extensions the features that process scores
   */
  public ScoringTopology(
      Topics topics, Supplier<ScoreProcessor> processors, List<TopologyExtension> extensions) {
    this.topics = topics;
    this.processors = processors;
    this.extensions = List.copyOf(extensions);
  }

  /** Builds the topology; every node is named. */
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
            .addProcessor(SCORE_REVIEW, processors::get, READ_REVIEWS)
            .addSink(WRITE_SCORES, topics.scores(), keys, values, partition, SCORE_REVIEW)
            .addSink(
                WRITE_DEAD_LETTERS, topics.deadLetter(), keys, values, partition, SCORE_REVIEW);
    for (TopologyExtension extension : extensions) {
      topology.addSink(extension.sink(), extension.topic(), keys, values, SCORE_REVIEW);
      extension.addTo(topology);
    }
    return topology;
  }
}
