package io.sentimentstreams.app.item;

import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.item.ItemResponse.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Returns the windows of one item. If another instance owns the item, this instance forwards the
 * request to it, at most once. Thread-safe.
 */
public final class ItemHandler implements HttpHandler {

  /** The prefix of the path; the item's identifier follows it. */
  public static final String PATH = "/v1/items/";

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final JsonResponses json;
  private final ItemStores stores;
  private final ItemSettings settings;
  private final RemoteInstanceClient remotes = new RemoteInstanceClient();

  /**
   * Creates a handler.
   *
   * @param streams supplies the client; called for each request
   * @param settings of the windows
   * @param json writes the responses
   */
  public ItemHandler(Supplier<KafkaStreams> streams, ItemSettings settings, JsonResponses json) {
    this(new StreamsItemStores(streams), settings, json);
  }

  ItemHandler(ItemStores stores, ItemSettings settings, JsonResponses json) {
    this.stores = stores;
    this.settings = settings;
    this.json = json;
  }

  @Override
  public Response answer(Request request) {
    String item = request.rest();
    try {
      if (settings.server().isEmpty()) {
        // Without application.server, Kafka Streams has no metadata of keys.
        return windows(item, stores.stores());
      }
      KeyQueryMetadata location = stores.of(item);
      if (location.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return retryLater("The instance of this item is not known yet. Try again.");
      }
      Optional<HostInfo> remote = remote(location.activeHost());
      if (remote.isEmpty()) {
        return windows(item, stores.store(location.partition()));
      }
      if (RemoteInstanceClient.isForwarded(request)) {
        return retryLater("The item moved to another instance. Try again.");
      }
      return remotes
          .get(remote.get(), PATH, item)
          .orElseGet(() -> retryLater("The instance of this item does not respond. Try again."));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return retryLater(
          "This instance cannot read the item while it starts or rebalances. Try again.");
    }
  }

  private Optional<HostInfo> remote(HostInfo active) {
    return settings
        .server()
        .filter(own -> !own.equals(active.host() + ":" + active.port()))
        .filter(own -> active.port() > 0)
        .map(own -> active);
  }

  private Response windows(String item, ReadOnlyWindowStore<String, byte[]> store) {
    List<Window> windows = new ArrayList<>();
    try (WindowStoreIterator<byte[]> found = store.backwardFetch(item, FIRST, LAST)) {
      while (found.hasNext()) {
        windows.add(window(found.next()));
      }
    }
    return windows.isEmpty()
        ? json.error(404, "The item has no review within items.retention.ms. Check its identifier.")
        : json.ok(new ItemResponse(item, windows));
  }

  private Window window(KeyValue<Long, byte[]> found) {
    ItemTotals totals = ItemTotals.of(found.value);
    return new Window(
        Instant.ofEpochMilli(found.key).toString(),
        Instant.ofEpochMilli(found.key).plus(settings.window()).toString(),
        totals.count(),
        totals.abstained(),
        totals.meanScore().orElse(null),
        totals.shares().stream()
            .map(share -> new ItemResponse.Share(share.getLabel(), share.getShare()))
            .toList());
  }

  private Response retryLater(String message) {
    return json.error(503, message).with("Retry-After", "1");
  }
}
