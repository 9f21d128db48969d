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
 * An infinite sequence of records. The number of a record determines its key, partition and value.
 * One in 50 is malformed. Not thread-safe.
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

  /** Creates reviews of 5 to 29 words. */
  NumberedReviews(int partitions) {
    this(partitions, 5, 29);
  }

  /**
   * Creates reviews of any length.
   *
   * @param shortest minimum number of words
   * @param longest maximum number of words
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

  /** Returns the number of earlier records in the same partition. */
  int place(long number) {
    return Math.toIntExact(number / partitions);
  }

  /** Returns the key; all records of a key are in one partition. */
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

  /** Returns the number in the id of a review or in the text of a malformed record, or -1. */
  static long number(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
