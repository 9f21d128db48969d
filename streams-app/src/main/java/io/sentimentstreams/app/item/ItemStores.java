package io.sentimentstreams.app.item;

import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The window stores of this instance, and the location of items on all instances. */
interface ItemStores {

  /**
   * Returns the instance and the partition of an item.
   *
   * @throws IllegalStateException if the client does not run
   */
  KeyQueryMetadata of(String item);

  /**
   * Returns the store of one partition.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if this instance does not
   *     own the partition, or restores it
   */
  ReadOnlyWindowStore<String, byte[]> store(int partition);

  /**
   * Returns a view of the stores of all partitions of this instance.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if this instance owns none,
   *     or restores one
   */
  ReadOnlyWindowStore<String, byte[]> stores();
}
