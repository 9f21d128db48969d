package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of an overload.
 *
 * @param overload duration of the higher load
 * @param capacity reviews per second that the application scores when it has a backlog
 * @param samples measurements in time order
 * @param verdict comparison of all answers with the published reviews
 * @param rebalances rebalances of the group between the first and the last sample
 * @param replacedThreads replaced stream threads of the application
 * @param exitCode exit code of the application after SIGTERM
 */
record OverloadResult(
    Duration overload,
    double capacity,
    List<OverloadSample> samples,
    CheckResult verdict,
    int rebalances,
    int replacedThreads,
    int exitCode) {

  /** Permitted growth of the live heap: records in flight differ from sample to sample. */
  private static final long FLAT_BYTES = 16 << 20;

  private static final double MEBIBYTE = 1 << 20;

  OverloadResult {
    samples = List.copyOf(samples);
  }

  /** Returns a line for each violated guarantee. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    if (!verdict.isExactlyOnce()) {
      broken.add("answers: " + verdict);
    }
    if (rebalances != 0 || replacedThreads != 0) {
      broken.add("%d rebalances and %d replaced threads".formatted(rebalances, replacedThreads));
    }
    if (exitCode != 0) {
      broken.add("exit code " + exitCode);
    }
    if (lateHeap() > earlyHeap() + FLAT_BYTES) {
      broken.add("live heap grew from %d to %d bytes".formatted(earlyHeap(), lateHeap()));
    }
    if (most().lag() <= 0 || last().lag() > 0 || last().waiting() > 0) {
      broken.add("lag did not grow and return to 0: %s, then %s".formatted(most(), last()));
    }
    return broken;
  }

  /** Returns the figures as lines. */
  List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "capacity %.1f reviews/s, %d published, %d scored, %d dead letters, %d lost, %d"
                + " duplicates, %d out of order, %d wrong",
            capacity,
            verdict.published(),
            verdict.scored(),
            verdict.deadLettered(),
            verdict.lost(),
            verdict.duplicates(),
            verdict.outOfOrder(),
            verdict.wrong()),
        "maximum backlog %d reviews after %d s; maximum lag %.0f records; no backlog after %d s"
            .formatted(
                most().waiting(), most().at().toSeconds(), mostLag(), last().at().toSeconds()),
        String.format(
            Locale.ROOT,
            "maximum live heap %.1f MiB in the first third of the overload, %.1f MiB after it",
            earlyHeap() / MEBIBYTE,
            lateHeap() / MEBIBYTE),
        "%d rebalances, %d replaced threads, exit code %d"
            .formatted(rebalances, replacedThreads, exitCode));
  }

  private OverloadSample most() {
    return samples.stream().max((a, b) -> Long.compare(a.waiting(), b.waiting())).orElseThrow();
  }

  private double mostLag() {
    return samples.stream().mapToDouble(OverloadSample::lag).max().orElseThrow();
  }

  private OverloadSample last() {
    return samples.get(samples.size() - 1);
  }

  private long earlyHeap() {
    return heap(true);
  }

  private long lateHeap() {
    return heap(false);
  }

  private long heap(boolean early) {
    Duration third = overload.dividedBy(3);
    return samples.stream()
        .filter(sample -> sample.at().compareTo(third) <= 0 == early)
        .mapToLong(OverloadSample::liveHeap)
        .max()
        .orElse(0);
  }
}
