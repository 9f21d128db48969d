package io.sentimentstreams.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.system.TinyBundle;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An endless row of records, each known by its number alone: key, partition and content. Now and
 * then one of them is garbage. Not thread-safe.
 */
final class NumberedReviews {

  private static final int KEYS_IN_PARTITION = 5;
  private static final int ONE_IN = 50;
  private static final String GOOD = "review-";
  private static final String BAD = "garbage-";
  private static final Pattern NAME = Pattern.compile("(?:" + GOOD + "|" + BAD + ")(\\d{1,15})");

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final int partitions;
  private final int shortest;
  private final int longest;

  /** Reviews of a line or two. */
  NumberedReviews(int partitions) {
    this(partitions, 5, 29);
  }

  /**
   * Reviews of any length.
   *
   * @param shortest words that a review has at least
   * @param longest words that a review has at most
   */
  NumberedReviews(int partitions, int shortest, int longest) {
    this.partitions = partitions;
    this.shortest = shortest;
    this.longest = longest;
  }

  int partitions() {
    return partitions;
  }

  int partition(long number) {
    return (int) (number % partitions);
  }

  /** How many records of the row went before this one in its partition. */
  int place(long number) {
    return Math.toIntExact(number / partitions);
  }

  /** A key never changes its partition. */
  String key(long number) {
    return "key-" + number % ((long) KEYS_IN_PARTITION * partitions);
  }

  boolean isGarbage(long number) {
    return number % ONE_IN == ONE_IN - 1;
  }

  String text(long number) {
    Random random = new Random(number);
    List<String> words = TinyBundle.WORDS;
    return Stream.generate(() -> words.get(random.nextInt(words.size())))
        .limit(random.nextInt(shortest, longest + 1))
        .collect(Collectors.joining(" "));
  }

  byte[] value(long number) {
    if (isGarbage(number)) {
      return (BAD + number).getBytes(UTF_8);
    }
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(GOOD + number)
            .setText(text(number))
            .setOccurredAt(Instant.ofEpochMilli(number))
            .build());
  }

  /** The number in what a review or a piece of garbage is called, or -1. */
  static long number(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
