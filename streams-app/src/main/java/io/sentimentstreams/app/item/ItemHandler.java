package io.sentimentstreams.app.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.http.HttpHandler;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.item.ItemResponse.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Answers with the windows of one item. Each item is counted by one instance; another one asks it,
 * and does not let itself be asked on. Thread-safe.
 */
public final class ItemHandler implements HttpHandler {

  /** The path that the item's identifier follows. */
  public static final String PATH = "/v1/items/";

  private static final String JSON = "application/json; charset=utf-8";
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final ObjectMapper mapper = new ObjectMapper();
  private final ItemStores places;
  private final ItemSettings settings;
  private final RemoteInstanceClient others = new RemoteInstanceClient();

  /**
   * A page of what a client counts.
   *
   * @param streams the client, asked for at each request
   * @param settings of the windows
   */
  public ItemHandler(Supplier<KafkaStreams> streams, ItemSettings settings) {
    this(new StreamsItemStores(streams), settings);
  }

  ItemHandler(ItemStores places, ItemSettings settings) {
    this.places = places;
    this.settings = settings;
  }

  @Override
  public Response answer(Request request) {
    String item = request.rest();
    try {
      if (settings.server().isEmpty()) {
        // Kafka Streams tells a client without an address nothing of where keys are.
        return windows(item, places.stores());
      }
      KeyQueryMetadata place = places.of(item);
      if (place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return later("it is not known yet which instance counts this item");
      }
      Optional<HostInfo> elsewhere = elsewhere(place.activeHost());
      if (elsewhere.isEmpty()) {
        return windows(item, places.store(place.partition()));
      }
      if (RemoteInstanceClient.hasAsked(request)) {
        return later("the item has moved to another instance");
      }
      return others
          .ask(elsewhere.get(), PATH, item)
          .orElseGet(() -> later("the instance that counts this item does not answer"));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return later(
          "this instance does not count the item now; it starts, or work is being shared anew");
    }
  }

  private Optional<HostInfo> elsewhere(HostInfo active) {
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
        ? json(404, Map.of("error", "no review of this item is remembered"))
        : json(200, new ItemResponse(item, windows));
  }

  private Window window(KeyValue<Long, byte[]> found) {
    ItemTotals totals = ItemTotals.of(found.value);
    return new Window(
        Instant.ofEpochMilli(found.key).toString(),
        Instant.ofEpochMilli(found.key).plus(settings.window()).toString(),
        totals.count(),
        totals.meanScore(),
        totals.sharePositive());
  }

  private Response later(String why) {
    return json(503, Map.of("error", why)).with("Retry-After", "1");
  }

  private Response json(int status, Object value) {
    try {
      return new Response(status, JSON, mapper.writeValueAsString(value))
          .with("Cache-Control", "no-store");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }
}
