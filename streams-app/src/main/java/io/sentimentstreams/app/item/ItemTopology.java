package io.sentimentstreams.app.item;

import io.sentimentstreams.app.topology.NonNegativeTimestampExtractor;
import io.sentimentstreams.app.topology.ScoreKeyMapper;
import io.sentimentstreams.app.topology.TopologyExtension;
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
 * The part of the topology that aggregates scores by item and window. The reviews of an item can be
 * in any partition; a topic keyed by item repartitions their scores.
 *
 * @param topics their names
 * @param settings of the windows
 * @param meters counts dropped scores
 */
public record ItemTopology(ItemTopics topics, ItemSettings settings, ItemMeters meters)
    implements TopologyExtension {

  static final String WRITE_ITEM_SCORES = "write-item-scores";
  static final String READ_ITEM_SCORES = "read-item-scores";
  static final String COUNT_ITEM = "count-item";
  static final String WRITE_ITEMS = "write-items";

  @Override
  public String sink() {
    return WRITE_ITEM_SCORES;
  }

  @Override
  public String topic() {
    return topics.scores();
  }

  @Override
  public ScoreKeyMapper newKeyMapper() {
    return new ItemKeyMapper(meters);
  }

  @Override
  public void addTo(Topology topology) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    ByteArraySerializer written = new ByteArraySerializer();
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            READ_ITEM_SCORES,
            new NonNegativeTimestampExtractor(),
            bytes,
            bytes,
            topics.scores())
        .addProcessor(COUNT_ITEM, () -> new ItemProcessor(settings, meters), READ_ITEM_SCORES)
        .addStateStore(store(), COUNT_ITEM)
        .addSink(WRITE_ITEMS, topics.sentiment(), written, written, COUNT_ITEM);
  }

  /** Returns an in-memory store: a window takes some hundred bytes, and a changelog restores it. */
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
