package io.sentimentstreams.app.topology;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The records that one task writes for one {@link TopologyExtension}. Not thread-safe: one per
 * task.
 */
public final class ScoreBranch {

  /** Only this application reads these records, so they need no schema registry. */
  private final RecordEncoder<ReviewScore> encoder = RecordEncoder.of(ReviewScore.class);

  private final String sink;
  private final ScoreKeyMapper keys;

  /** Creates the branch of one task. */
  public ScoreBranch(TopologyExtension extension) {
    sink = extension.sink();
    keys = extension.newKeyMapper();
  }

  /** Returns the name of the node that the records are forwarded to. */
  String sink() {
    return sink;
  }

  /**
   * Returns the record of a score.
   *
   * @param timestamp of the review's record, milliseconds since 1970
   * @param partition that the review was read from
   * @return empty if the extension does not process the score
   */
  Optional<Record<byte[], PartitionedValue>> record(
      ReviewScore score, long timestamp, int partition) {
    return keys.keyOf(score)
        .map(
            key ->
                new Record<>(
                    key, new PartitionedValue(encoder.encode(score), partition), timestamp));
  }
}
