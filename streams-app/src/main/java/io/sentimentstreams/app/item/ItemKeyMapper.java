package io.sentimentstreams.app.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.app.topology.ScoreKeyMapper;
import io.sentimentstreams.schemas.ReviewScore;
import java.util.Optional;

/**
 * Keys scores by the item's identifier in UTF-8; scores without an item are counted as dropped.
 * Thread-safe.
 *
 * @param meters counts dropped scores
 */
record ItemKeyMapper(ItemMeters meters) implements ScoreKeyMapper {

  @Override
  public Optional<byte[]> keyOf(ReviewScore score) {
    String item = score.getItemId();
    if (item == null || item.isBlank()) {
      meters.dropped(DropReason.NO_ITEM);
      return Optional.empty();
    }
    return Optional.of(item.getBytes(UTF_8));
  }
}
