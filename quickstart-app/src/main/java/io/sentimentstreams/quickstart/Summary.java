package io.sentimentstreams.quickstart;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of a run.
 *
 * @param account the number of events by result
 * @param latency percentiles of the latency, without the warm-up
 * @param answers the labels compared with those that a reader would give, without the warm-up
 */
record Summary(Account account, Latency latency, Answers answers) {

  /**
   * The number of events by result.
   *
   * @param scored scores, without those of the warm-up
   * @param deadLettered dead letters
   * @param warmUps scores of the warm-up
   * @param lost published events that did not come back, including those of the warm-up
   * @param surplus scores and dead letters of events that had already come back
   */
  record Account(long scored, long deadLettered, long warmUps, long lost, long surplus) {}

  /**
   * Percentiles of the latency, in nanoseconds.
   *
   * @param p50 the median
   * @param p99 the 99th percentile
   */
  record Latency(long p50, long p99) {}

  /**
   * The answers, and their comparison with the labels that a reader would give.
   *
   * @param answered reviews with a label
   * @param expected those with an expected label
   * @param correct those with the expected label
   * @param notAnswered reviews without a label, by reason
   */
  record Answers(long answered, long expected, long correct, SortedMap<String, Long> notAnswered) {

    Answers {
      notAnswered = Collections.unmodifiableSortedMap(new TreeMap<>(notAnswered));
    }

    /** Returns the accuracy over the answered reviews as a sentence. */
    String accuracy() {
      return expected == 0
          ? "Accuracy: not measured, because no answered review has an expected label."
          : String.format(
              Locale.ROOT,
              "Accuracy: %d of %d answered reviews got the expected label (%.1f %%).",
              correct,
              expected,
              100.0 * correct / expected);
    }

    /** Returns the share of answered reviews, and the others by reason, as sentences. */
    String coverage() {
      long all = answered + notAnswered.values().stream().mapToLong(Long::longValue).sum();
      String share =
          String.format(
              Locale.ROOT,
              "Coverage: %d of %s answered (%.1f %%).",
              answered,
              counted(all, "review"),
              all == 0 ? 0.0 : 100.0 * answered / all);
      return notAnswered.isEmpty() ? share : share + " No answer: " + reasons() + ".";
    }

    private String reasons() {
      return notAnswered.entrySet().stream()
          .map(reason -> reason.getValue() + " " + reason.getKey())
          .collect(Collectors.joining(", "));
    }
  }

  /** Returns whether each event came back exactly once. */
  boolean isExactlyOnce() {
    return account.lost() == 0 && account.surplus() == 0;
  }

  /** Returns a sentence about the events that came back. */
  String delivery() {
    long published =
        account.scored()
            + account.deadLettered()
            + account.warmUps()
            + account.lost()
            - account.surplus();
    if (isExactlyOnce()) {
      return "Exactly once: all " + counted(published, "event") + " came back" + parts() + ".";
    }
    return String.format(
        Locale.ROOT,
        "Not exactly once: %d of %s did not come back, and %s arrived.",
        account.lost(),
        counted(published, "event"),
        counted(account.surplus(), "duplicate"));
  }

  /** Returns the last line of a run. */
  String line() {
    String line =
        String.format(
            Locale.ROOT,
            "scored=%d deadLettered=%d lost=%d p50=%s p99=%s",
            account.scored(),
            account.deadLettered(),
            account.lost(),
            milliseconds(latency.p50()),
            milliseconds(latency.p99()));
    return account.surplus() == 0 ? line : line + " duplicated=" + account.surplus();
  }

  static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "%dms", Math.round(nanos / 1e6));
  }

  private String parts() {
    return " ("
        + counted(account.scored(), "score")
        + ", "
        + counted(account.deadLettered(), "dead letter")
        + (account.warmUps() == 0 ? "" : ", " + counted(account.warmUps(), "warm-up score"))
        + ")";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
