package io.sentimentstreams.app.item;

import io.sentimentstreams.app.config.SubjectSettings;
import io.sentimentstreams.app.config.SubjectTopics;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.topology.KeptTimestamp;
import io.sentimentstreams.app.topology.OutgoingSerializer;
import io.sentimentstreams.app.topology.ScoringTopology;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The part of the topology that counts by subject. A subject's reviews lie in any partition, so
 * their scores go through a topic of their own, by subject, to the one task that counts them.
 *
 * @param topics their names
 * @param settings of the windows
 * @param meters what counts what is left out
 */
public record SubjectTopology(
    SubjectTopics topics, SubjectSettings settings, ScoringMeters meters) {

  public static final String WRITE_SUBJECT_SCORES = "write-subject-scores";
  static final String READ_SUBJECT_SCORES = "read-subject-scores";
  static final String COUNT_SUBJECT = "count-subject";
  static final String WRITE_SUBJECTS = "write-subjects";

  /** Adds it behind the node that scores. */
  public void addTo(Topology topology) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    ByteArraySerializer keys = new ByteArraySerializer();
    topology
        .addSink(
            WRITE_SUBJECT_SCORES,
            topics.scores(),
            keys,
            new OutgoingSerializer(),
            ScoringTopology.SCORE_REVIEW)
        .addSource(
            AutoOffsetReset.earliest(),
            READ_SUBJECT_SCORES,
            new KeptTimestamp(),
            bytes,
            bytes,
            topics.scores())
        .addProcessor(
            COUNT_SUBJECT, () -> new SubjectProcessor(settings, meters), READ_SUBJECT_SCORES)
        .addStateStore(store(), COUNT_SUBJECT)
        .addSink(WRITE_SUBJECTS, topics.sentiment(), keys, keys, COUNT_SUBJECT);
  }

  /** In memory: a window takes some tens of bytes, and the changelog restores it anywhere. */
  private StoreBuilder<WindowStore<String, byte[]>> store() {
    return Stores.windowStoreBuilder(
            Stores.inMemoryWindowStore(
                SubjectTopics.STORE, settings.retention(), settings.window(), false),
            Serdes.String(),
            Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(Map.of());
  }
}
