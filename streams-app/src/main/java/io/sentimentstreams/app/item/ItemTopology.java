package io.sentimentstreams.app.item;

import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.topology.NonNegativeTimestampExtractor;
import io.sentimentstreams.app.topology.PartitionedValueSerializer;
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
 * The part of the topology that counts by item. An item's reviews lie in any partition, so their
 * scores go through a topic of their own, by item, to the one task that counts them.
 *
 * @param topics their names
 * @param settings of the windows
 * @param meters what counts what is left out
 */
public record ItemTopology(ItemTopics topics, ItemSettings settings, ScoringMeters meters) {

  public static final String WRITE_ITEM_SCORES = "write-item-scores";
  static final String READ_ITEM_SCORES = "read-item-scores";
  static final String COUNT_ITEM = "count-item";
  static final String WRITE_ITEMS = "write-items";

  /** Adds it behind the node that scores. */
  public void addTo(Topology topology) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    ByteArraySerializer keys = new ByteArraySerializer();
    topology
        .addSink(
            WRITE_ITEM_SCORES,
            topics.scores(),
            keys,
            new PartitionedValueSerializer(),
            ScoringTopology.SCORE_REVIEW)
        .addSource(
            AutoOffsetReset.earliest(),
            READ_ITEM_SCORES,
            new NonNegativeTimestampExtractor(),
            bytes,
            bytes,
            topics.scores())
        .addProcessor(COUNT_ITEM, () -> new ItemProcessor(settings, meters), READ_ITEM_SCORES)
        .addStateStore(store(), COUNT_ITEM)
        .addSink(WRITE_ITEMS, topics.sentiment(), keys, keys, COUNT_ITEM);
  }

  /** In memory: a window takes some tens of bytes, and the changelog restores it anywhere. */
  private StoreBuilder<WindowStore<String, byte[]>> store() {
    return Stores.windowStoreBuilder(
            Stores.inMemoryWindowStore(
                ItemTopics.STORE, settings.retention(), settings.window(), false),
            Serdes.String(),
            Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(Map.of());
  }
}
