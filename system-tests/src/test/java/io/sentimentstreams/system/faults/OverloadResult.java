package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of an overload.
 *
 * @param overload for how long there was too much to do
 * @param capacity reviews a second that were scored when there was enough to do
 * @param samples how things stood, in the order of time
 * @param verdict on all answers
 * @param rebalances of the group between the first sample and the last
 * @param replacedThreads of the application
 * @param exitCode of the application, which was asked to end after the last answer
 */
record OverloadResult(
    Duration overload,
    double capacity,
    List<OverloadSample> samples,
    CheckResult verdict,
    int rebalances,
    int replacedThreads,
    int exitCode) {

  /** By which the live heap may differ from one moment to another: what is on its way. */
  private static final long FLAT_BYTES = 16 << 20;

  private static final double MEBIBYTE = 1 << 20;

  OverloadResult {
    samples = List.copyOf(samples);
  }

  /** Everything that is not as promised, a line each. */
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
      broken.add("the live heap grew from %d to %d bytes".formatted(earlyHeap(), lateHeap()));
    }
    if (most().lag() <= 0 || last().lag() > 0 || last().waiting() > 0) {
      broken.add("the lag did not grow and go: %s, then %s".formatted(most(), last()));
    }
    return broken;
  }

  /** The figures, a line each. */
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
        "most that waited: %d, after %d s; lag of the application at most %.0f; none after %d s"
            .formatted(
                most().waiting(), most().at().toSeconds(), mostLag(), last().at().toSeconds()),
        String.format(
            Locale.ROOT,
            "live heap at most %.1f MiB in the first third of the overload, %.1f MiB after it",
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
