package io.sentimentstreams.app.topology;

import org.apache.kafka.streams.Topology;

/**
 * A feature that processes scores in a sub-topology of its own. {@link ScoringTopology} writes each
 * score that has a key for the feature to the feature's topic; the feature reads that topic.
 */
public interface TopologyExtension {

  /** Returns the name of the sink node that writes scores to {@link #topic}. */
  String sink();

  /** Returns the topic that the feature reads; its partitioner is the producer's default. */
  String topic();

  /** Creates a mapper for one task; it need not be thread-safe. */
  ScoreKeyMapper newKeyMapper();

  /** Adds the nodes that read {@link #topic} and everything after them. */
  void addTo(Topology topology);
}
