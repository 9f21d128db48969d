package io.sentimentstreams.app.item;

import io.sentimentstreams.app.metrics.DropReason;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells under which key a score is counted by item, if it is. */
@FunctionalInterface
public interface ItemKey {

  /** The key. */
  Optional<byte[]> of(ReviewScore score);

  /** Nothing is counted by item. */
  static ItemKey none() {
    return score -> Optional.empty();
  }

  /** The item's identifier; reviews without one are counted as left out. */
  static ItemKey counted(ScoringMeters meters) {
    return score -> {
      String item = score.getItemId();
      if (item == null || item.isBlank()) {
        meters.leftOut(DropReason.NO_ITEM);
        return Optional.empty();
      }
      return Optional.of(item.getBytes(StandardCharsets.UTF_8));
    };
  }
}
