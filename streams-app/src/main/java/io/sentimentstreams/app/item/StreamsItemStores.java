package io.sentimentstreams.app.item;

import io.sentimentstreams.app.config.ItemTopics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/**
 * The stores of a Kafka Streams client. Thread-safe.
 *
 * @param streams supplies the client; called for each query
 */
record StreamsItemStores(Supplier<KafkaStreams> streams) implements ItemStores {

  @Override
  public KeyQueryMetadata of(String item) {
    return streams.get().queryMetadataForKey(ItemTopics.STORE, item, new StringSerializer());
  }

  @Override
  public ReadOnlyWindowStore<String, byte[]> store(int partition) {
    return streams.get().store(ofAllPartitions().withPartition(partition));
  }

  @Override
  public ReadOnlyWindowStore<String, byte[]> stores() {
    return streams.get().store(ofAllPartitions());
  }

  private static StoreQueryParameters<ReadOnlyWindowStore<String, byte[]>> ofAllPartitions() {
    return StoreQueryParameters.fromNameAndType(
        ItemTopics.STORE, QueryableStoreTypes.<String, byte[]>windowStore());
  }
}
