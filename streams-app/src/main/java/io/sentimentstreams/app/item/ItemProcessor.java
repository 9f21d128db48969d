package io.sentimentstreams.app.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * A processor that adds each score to the window of its record's timestamp and forwards the
 * window's new totals. Not thread-safe: Kafka Streams creates one per task.
 */
final class ItemProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final RecordEncoder<ItemSentiment> encoder = RecordEncoder.of(ItemSentiment.class);
  private final long window;
  private final long grace;
  private final ItemMeters meters;
  private @Nullable WindowStore<String, byte[]> store;

  ItemProcessor(ItemSettings settings, ItemMeters meters) {
    window = settings.window().toMillis();
    grace = settings.grace().toMillis();
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    store = context.getStateStore(ItemTopics.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    long start = record.timestamp() / window * window;
    if (start + window + grace <= context().currentStreamTimeMs()) {
      meters.dropped(DropReason.LATE);
      return;
    }
    String item = new String(record.key(), UTF_8);
    ItemTotals totals =
        ItemTotals.of(windows().fetch(item, start)).plus(decoder.decode(record.value()));
    windows().put(item, totals.bytes(), start);
    context()
        .forward(
            record
                .withValue(encoder.encode(sentiment(item, start, totals)))
                .withHeaders(new RecordHeaders()));
  }

  private ItemSentiment sentiment(String item, long start, ItemTotals totals) {
    return new ItemSentiment(
        item,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(start + window),
        totals.count(),
        totals.abstained(),
        totals.meanScore().orElse(null),
        totals.shares());
  }

  private WindowStore<String, byte[]> windows() {
    if (store == null) {
      throw new IllegalStateException("The processor was not initialized: it has no store.");
    }
    return store;
  }
}
