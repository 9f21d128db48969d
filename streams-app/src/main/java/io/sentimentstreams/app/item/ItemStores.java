package io.sentimentstreams.app.item;

import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Which instance counts an item, and what this one counts. */
interface ItemStores {

  /**
   * Where an item is counted.
   *
   * @throws IllegalStateException if the client does not run
   */
  KeyQueryMetadata of(String item);

  /**
   * What this instance counts of one partition.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if it does not count it now
   */
  ReadOnlyWindowStore<String, byte[]> store(int partition);

  /**
   * What this instance counts of all its partitions.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if it counts none now
   */
  ReadOnlyWindowStore<String, byte[]> stores();
}
