package io.sentimentstreams.system.faults;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A check of the answers in the order of their partitions. Thread-safe. */
final class OutcomeChecker {

  private static final int EXAMPLES = 20;

  /** The same kernels compute both scores; they differ by the Avro encoding only. */
  private static final double TOLERANCE = 1e-9;

  private final NumberedReviews asked;
  private final LongToDoubleFunction scores;
  private final List<Partition> partitions;
  private final List<String> examples = new ArrayList<>();
  private final List<String> twice = new ArrayList<>();
  private long duplicates;
  private long outOfOrder;
  private long wrong;

  /**
   * Creates a checker without answers.
   *
   * @param asked published records
   * @param scores expected score of the review with a number
   */
  OutcomeChecker(NumberedReviews asked, LongToDoubleFunction scores) {
    this.asked = asked;
    this.scores = scores;
    partitions = Stream.generate(Partition::new).limit(asked.partitions()).toList();
  }

  /** Adds a score. */
  synchronized void score(int partition, String key, String reviewId, double score) {
    long number = NumberedReviews.number(reviewId);
    if (number < 0 || asked.isGarbage(number)) {
      wrong("a score of " + reviewId + ", which is not a review");
      return;
    }
    double expected = scores.applyAsDouble(number);
    if (!(Math.abs(score - expected) <= TOLERANCE)) {
      wrong("the score of %s is %s, not %s".formatted(reviewId, score, expected));
    }
    Partition answered = partitions.get(partition);
    answered.lastScored = first(answered, number, partition, key, answered.lastScored);
  }

  /** Adds a dead letter. */
  synchronized void deadLetter(int partition, String key, String name, String reason) {
    long number = NumberedReviews.number(name);
    if (number < 0 || !asked.isGarbage(number) || !reason.equals("NOT_SINGLE_OBJECT")) {
      wrong("a dead letter of %s for reason %s".formatted(name, reason));
      return;
    }
    Partition answered = partitions.get(partition);
    answered.lastRefused = first(answered, number, partition, key, answered.lastRefused);
  }

  /** Returns whether the answers of every partition are beyond the given number of records. */
  synchronized boolean arePast(List<Integer> counts) {
    return IntStream.range(0, counts.size())
        .allMatch(p -> partitions.get(p).seen.length() > counts.get(p));
  }

  /** Returns the number of records with an answer. */
  synchronized long answered() {
    return partitions.stream().mapToLong(partition -> partition.seen.cardinality()).sum();
  }

  /**
   * Returns the comparison with the published records.
   *
   * @param published number of published records, which are numbered from 0
   */
  synchronized CheckResult verdict(long published) {
    List<String> all = new ArrayList<>(examples);
    long lost = 0;
    long scored = 0;
    long refused = 0;
    for (long number = 0; number < published; number++) {
      boolean seen = partitions.get(asked.partition(number)).seen.get(asked.place(number));
      if (!seen) {
        lost++;
        if (all.size() < EXAMPLES) {
          all.add(
              "no answer to record %d of partition %d".formatted(number, asked.partition(number)));
        }
      } else if (asked.isGarbage(number)) {
        refused++;
      } else {
        scored++;
      }
    }
    long answersToNothing = answered() - scored - refused;
    if (answersToNothing > 0) {
      all.add(answersToNothing + " answers to records that were not published");
    }
    all.addAll(twice);
    return new CheckResult(
        published, scored, refused, lost, duplicates, outOfOrder, wrong + answersToNothing, all);
  }

  /**
   * Adds an answer.
   *
   * @param last highest place that had an answer of this kind before
   * @return the highest place with an answer of this kind
   */
  private int first(Partition answered, long number, int partition, String key, int last) {
    int place = asked.place(number);
    if (partition != asked.partition(number) || !key.equals(asked.key(number))) {
      wrong("record %d was answered in partition %d with key %s".formatted(number, partition, key));
    } else if (answered.seen.get(place)) {
      duplicates++;
      if (twice.size() < EXAMPLES) {
        twice.add("another answer to record " + number);
      }
    } else {
      answered.seen.set(place);
      if (place < last) {
        outOfOrder++;
        example(
            "the answer to record %d is out of order in partition %d".formatted(number, partition));
      }
    }
    return Math.max(place, last);
  }

  private void wrong(String what) {
    wrong++;
    example(what);
  }

  private void example(String what) {
    if (examples.size() < EXAMPLES) {
      examples.add(what);
    }
  }

  /** The answered places of one partition. */
  private static final class Partition {
    private final BitSet seen = new BitSet();
    private int lastScored = -1;
    private int lastRefused = -1;
  }
}
