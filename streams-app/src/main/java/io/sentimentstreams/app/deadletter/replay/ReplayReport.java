package io.sentimentstreams.app.deadletter.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of a replay. Immutable.
 *
 * @param replayed number of replayed records
 * @param skipped number of dead letters that were not selected
 * @param refused number of selected dead letters that cannot be replayed, by reason
 */
public record ReplayReport(long replayed, long skipped, Map<ReplayRejection, Long> refused) {

  public ReplayReport {
    refused = Map.copyOf(refused);
  }

  static ReplayReport nothing() {
    return new ReplayReport(0, 0, Map.of());
  }

  ReplayReport with(ReplayPolicy.Decision decision) {
    if (decision instanceof ReplayPolicy.Decision.Send) {
      return new ReplayReport(replayed + 1, skipped, refused);
    }
    if (decision instanceof ReplayPolicy.Decision.Refuse refuse) {
      Map<ReplayRejection, Long> more = new EnumMap<>(ReplayRejection.class);
      more.putAll(refused);
      more.merge(refuse.why(), 1L, Long::sum);
      return new ReplayReport(replayed, skipped, more);
    }
    return new ReplayReport(replayed, skipped + 1, refused);
  }

  /** Returns a line with all counts, then a line for each reason of a rejection. */
  @Override
  public String toString() {
    long all = refused.values().stream().mapToLong(Long::longValue).sum();
    String counts = "replayed=%d skipped=%d refused=%d".formatted(replayed, skipped, all);
    String reasons =
        refused.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                e ->
                    "\nrefused %d: %s, %s"
                        .formatted(e.getValue(), e.getKey(), e.getKey().explanation()))
            .collect(Collectors.joining());
    return counts + reasons;
  }
}
