package io.sentimentstreams.app.page;

import io.sentimentstreams.model.bundle.Histogram;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Samples of the counts of the last minute. Thread-safe. */
final class RecentActivity {

  private static final int SECONDS = 60;
  private static final Duration RATE_WINDOW = Duration.ofSeconds(10);

  /** Newest last; 61 samples have 60 intervals. */
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, Counts counts) {
    long scored() {
      return counts.totals().allScored();
    }
  }

  /**
   * The changes since the oldest sample.
   *
   * @param perSecond scored reviews per second in the last 10 s; empty before two samples
   * @param eachSecond scored reviews between samples, newest last
   * @param scores histogram of scores
   * @param scoring histogram of seconds to score one text
   * @param endToEnd histogram of seconds from a record's timestamp until its score
   */
  record Recent(
      OptionalDouble perSecond,
      List<Long> eachSecond,
      Histogram scores,
      Histogram scoring,
      Histogram endToEnd) {

    Recent {
      eachSecond = List.copyOf(eachSecond);
    }
  }

  /**
   * Adds a sample and removes samples that are older than a minute.
   *
   * @param nanos a monotonic time
   * @param counts at that time
   */
  synchronized void take(long nanos, Counts counts) {
    samples.addLast(new Sample(nanos, counts));
    if (samples.size() > SECONDS + 1) {
      samples.removeFirst();
    }
  }

  /**
   * Returns the changes since the oldest sample.
   *
   * @param now the counts now
   */
  synchronized Recent recent(Counts now) {
    Counts before = samples.isEmpty() ? now : samples.getFirst().counts();
    return new Recent(
        perSecond(),
        eachSecond(),
        difference(now.scores(), before.scores()),
        difference(now.totals().scoring(), before.totals().scoring()),
        difference(now.totals().endToEnd(), before.totals().endToEnd()));
  }

  private OptionalDouble perSecond() {
    if (samples.size() < 2) {
      return OptionalDouble.empty();
    }
    Sample newest = samples.getLast();
    Sample from =
        samples.stream()
            .filter(sample -> newest.nanos() - sample.nanos() <= RATE_WINDOW.toNanos())
            .findFirst()
            .filter(sample -> sample.nanos() < newest.nanos())
            .orElse(samples.getFirst());
    double seconds = (newest.nanos() - from.nanos()) / 1e9;
    long scored = newest.scored() - from.scored();
    return OptionalDouble.of(seconds > 0 ? scored / seconds : 0);
  }

  private List<Long> eachSecond() {
    List<Long> each = new ArrayList<>();
    Sample before = null;
    for (Sample sample : samples) {
      if (before != null) {
        each.add(sample.scored() - before.scored());
      }
      before = sample;
    }
    return each;
  }

  private static Histogram difference(Histogram now, Histogram before) {
    if (!now.upperBounds().equals(before.upperBounds())) {
      return now;
    }
    return new Histogram(
        now.upperBounds(),
        IntStream.range(0, now.counts().size())
            .mapToObj(i -> Math.max(0, now.counts().get(i) - before.counts().get(i)))
            .toList());
  }
}
