package io.sentimentstreams.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutcomeCheckerTest {

  private static final int PUBLISHED = 200;
  private static final int PARTITIONS = 3;

  private final NumberedReviews asked = new NumberedReviews(PARTITIONS);
  private final OutcomeChecker answers = new OutcomeChecker(asked, OutcomeCheckerTest::score);

  @Test
  void rightAnswersAreExactlyOnce() {
    answerAll(numbers());

    CheckResult verdict = answers.verdict(PUBLISHED);

    assertThat(verdict).isEqualTo(new CheckResult(PUBLISHED, 196, 4, 0, 0, 0, 0, List.of()));
    assertThat(verdict.isExactlyOnce()).isTrue();
  }

  @Test
  void lostRecordIsFound() {
    List<Long> numbers = numbers();
    numbers.remove(77L);
    answerAll(numbers);

    CheckResult verdict = answers.verdict(PUBLISHED);

    assertThat(verdict.lost()).isEqualTo(1);
    assertThat(verdict.examples()).containsExactly("no answer to record 77 of partition 2");
    assertThat(verdict.isAtLeastOnce()).isFalse();
  }

  @Test
  void lostLastRecordIsFound() {
    answerAll(numbers().subList(0, PUBLISHED - 1));

    assertThat(answers.verdict(PUBLISHED).lost()).isEqualTo(1);
  }

  @Test
  void duplicateViolatesExactlyOnceButNotAtLeastOnce() {
    answerAll(numbers());
    answerAll(List.of(49L, 120L));

    CheckResult verdict = answers.verdict(PUBLISHED);

    assertThat(verdict.duplicates()).isEqualTo(2);
    assertThat(verdict.isExactlyOnce()).isFalse();
    assertThat(verdict.isAtLeastOnce()).isTrue();
  }

  @Test
  void wrongOrderInAPartitionIsFound() {
    List<Long> numbers = numbers();
    Collections.swap(numbers, 60, 60 + PARTITIONS);
    answerAll(numbers);

    CheckResult verdict = answers.verdict(PUBLISHED);

    assertThat(verdict.outOfOrder()).isEqualTo(1);
    assertThat(verdict.isAtLeastOnce()).isFalse();
  }

  @Test
  void orderBetweenPartitionsIsNotChecked() {
    List<Long> numbers = numbers();
    Collections.swap(numbers, 60, 61);
    answerAll(numbers);

    assertThat(answers.verdict(PUBLISHED).isExactlyOnce()).isTrue();
  }

  @Test
  void wrongScoreIsFound() {
    answerAll(numbers().subList(0, 150));
    answers.score(0, asked.key(150), "review-150", score(151));

    assertThat(answers.verdict(151).wrong()).isEqualTo(1);
  }

  @Test
  void nanScoreIsFound() {
    answers.score(0, asked.key(0), "review-0", Double.NaN);

    assertThat(answers.verdict(1).wrong()).isEqualTo(1);
  }

  @Test
  void wrongPartitionAndWrongKeyAreFound() {
    answers.score(1, asked.key(0), "review-0", score(0));
    answers.score(1, asked.key(2), "review-1", score(1));

    CheckResult verdict = answers.verdict(2);

    assertThat(verdict.wrong()).isEqualTo(2);
    assertThat(verdict.lost()).isEqualTo(2);
  }

  @Test
  void wrongKindOfAnswerIsFound() {
    answers.score(asked.partition(49), asked.key(49), "garbage-49", 0.5);
    answers.deadLetter(asked.partition(50), asked.key(50), "review-50", "NOT_SINGLE_OBJECT");
    answers.deadLetter(asked.partition(99), asked.key(99), "garbage-99", "NO_TEXT");

    assertThat(answers.verdict(PUBLISHED).wrong()).isEqualTo(3);
  }

  @Test
  void answerToAnUnpublishedRecordIsFound() {
    answerAll(numbers());

    CheckResult verdict = answers.verdict(PUBLISHED - 1);

    assertThat(verdict.wrong()).isEqualTo(1);
    assertThat(verdict.examples()).contains("1 answers to records that were not published");
  }

  @Test
  void answersArePastCountsIfEveryPartitionIs() {
    answerAll(LongStream.range(0, 7).boxed().toList());

    assertThat(answers.arePast(List.of(2, 1, 1))).isTrue();
    assertThat(answers.arePast(List.of(2, 2, 1))).isFalse();
  }

  private static List<Long> numbers() {
    return new ArrayList<>(LongStream.range(0, PUBLISHED).boxed().toList());
  }

  private void answerAll(List<Long> numbers) {
    for (long number : numbers) {
      int partition = asked.partition(number);
      if (asked.isGarbage(number)) {
        answers.deadLetter(partition, asked.key(number), "garbage-" + number, "NOT_SINGLE_OBJECT");
      } else {
        answers.score(partition, asked.key(number), "review-" + number, score(number));
      }
    }
  }

  private static double score(long number) {
    return number / 1_000.0;
  }
}
