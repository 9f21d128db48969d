package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.quickstart.review.LabelledReview;
import io.sentimentstreams.schemas.AbstainReason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger();

  @Test
  void isExactlyOnceWhenEachEventCameBackOnce() {
    publish("a", "b", "c");
    ledger.scored("a", milliseconds(10));
    ledger.scored("b", milliseconds(20));
    ledger.deadLettered("c", milliseconds(90));

    assertThat(ledger.isSettled()).isTrue();
    assertThat(ledger.summary().isExactlyOnce()).isTrue();
    assertThat(ledger.summary().line())
        .isEqualTo("scored=2 deadLettered=1 lost=0 p50=20ms p99=90ms");
  }

  @Test
  void countsWhatDidNotComeBackAsLost() {
    publish("a", "b");
    ledger.scored("a", milliseconds(10));

    assertThat(ledger.isSettled()).isFalse();
    assertThat(ledger.summary().isExactlyOnce()).isFalse();
    assertThat(ledger.summary().line()).startsWith("scored=1 deadLettered=0 lost=1 ");
  }

  @Test
  void countsASecondScoreAsADuplicate() {
    publish("a");
    ledger.scored("a", milliseconds(10));
    assertThat(ledger.scored("a", milliseconds(20))).isEmpty();

    assertThat(ledger.summary().isExactlyOnce()).isFalse();
    assertThat(ledger.summary().line()).endsWith("lost=0 p50=10ms p99=10ms duplicated=1");
  }

  @Test
  void countsAScoreAfterADeadLetterAsADuplicate() {
    publish("a");
    ledger.deadLettered("a", milliseconds(10));
    ledger.scored("a", milliseconds(20));

    assertThat(ledger.summary().isExactlyOnce()).isFalse();
  }

  @Test
  void leavesTheWarmUpOutOfScoresAndLatencies() {
    warmUp("warm-1", "warm-2");
    ledger.scored("warm-1", milliseconds(900));
    ledger.scored("warm-2", milliseconds(800));
    publish("a");
    ledger.scored("a", milliseconds(10));

    assertThat(ledger.summary().line())
        .isEqualTo("scored=1 deadLettered=0 lost=0 p50=10ms p99=10ms");
    assertThat(ledger.summary().account()).isEqualTo(new Summary.Account(1, 0, 2, 0, 0));
    assertThat(ledger.summary().isExactlyOnce()).isTrue();
    assertThat(ledger.summary().delivery())
        .isEqualTo(
            "Exactly once: all 3 events came back (1 score, 0 dead letters, 2 warm-up scores).");
  }

  @Test
  void countsAReviewOfTheWarmUpThatDidNotComeBackAsLost() {
    warmUp("warm-1");

    assertThat(ledger.isSettled()).isFalse();
    assertThat(ledger.summary().account().lost()).isOne();
    assertThat(ledger.summary().isExactlyOnce()).isFalse();
  }

  @Test
  void countsASecondScoreOfTheWarmUpAsADuplicate() {
    warmUp("warm-1");
    ledger.scored("warm-1", milliseconds(10));
    ledger.scored("warm-1", milliseconds(20));

    assertThat(ledger.summary().account().surplus()).isOne();
    assertThat(ledger.summary().isExactlyOnce()).isFalse();
    assertThat(ledger.summary().delivery()).contains("0 of 1 event", "1 duplicate");
  }

  @Test
  void countsADeadLetterOfTheWarmUp() {
    warmUp("warm-1");
    ledger.deadLettered("warm-1", milliseconds(10));

    assertThat(ledger.summary().line()).isEqualTo("scored=0 deadLettered=1 lost=0 p50=0ms p99=0ms");
  }

  @Test
  void takesPercentilesByNearestRank() {
    for (int i = 1; i <= 1_000; i++) {
      publish("event-" + i);
      ledger.scored("event-" + i, milliseconds(i));
    }

    assertThat(ledger.summary().latency().p50()).isEqualTo(milliseconds(500));
    assertThat(ledger.summary().latency().p99()).isEqualTo(milliseconds(990));
  }

  @Test
  void measuresAccuracyOverAnsweredReviewsWithAnExpectedLabel() {
    ledger.compared(answered("joy"), review(Optional.of("JOY")));
    ledger.compared(answered("anger"), review(Optional.of("joy")));
    ledger.compared(answered("anger"), review(Optional.empty()));
    ledger.compared(notAnswered(AbstainReason.OUT_OF_VOCABULARY), review(Optional.of("joy")));
    ledger.compared(notAnswered(AbstainReason.LOW_CONFIDENCE), review(Optional.of("joy")));
    ledger.compared(notAnswered(AbstainReason.OUT_OF_VOCABULARY), review(Optional.empty()));

    Summary.Answers answers = ledger.summary().answers();
    assertThat(answers)
        .isEqualTo(
            new Summary.Answers(
                3, 2, 1, new TreeMap<>(Map.of("LOW_CONFIDENCE", 1L, "OUT_OF_VOCABULARY", 2L))));
    assertThat(answers.accuracy()).contains("1 of 2 answered reviews", "50.0 %");
    assertThat(answers.coverage())
        .isEqualTo(
            "Coverage: 3 of 6 reviews answered (50.0 %)."
                + " No answer: 1 LOW_CONFIDENCE, 2 OUT_OF_VOCABULARY.");
  }

  @Test
  void claimsNoAccuracyWithoutExpectedLabels() {
    ledger.compared(answered("anger"), review(Optional.empty()));

    assertThat(ledger.summary().answers().accuracy()).contains("not measured");
    assertThat(ledger.summary().answers().coverage()).endsWith("1 of 1 review answered (100.0 %).");
  }

  @Test
  void hasASummaryOfNothing() {
    assertThat(ledger.summary().line()).isEqualTo("scored=0 deadLettered=0 lost=0 p50=0ms p99=0ms");
  }

  private void publish(String... ids) {
    for (String id : ids) {
      ledger.published(new PlannedEvent.NotAvro(id), 0);
    }
  }

  private void warmUp(String... ids) {
    for (String id : ids) {
      ledger.published(
          new PlannedEvent.WarmUp(
              id,
              new LabelledReview(
                  id, "film", Optional.of("POSITIVE"), "A fine film.", Optional.empty())),
          0);
    }
  }

  private static Outcome.Scored answered(String label) {
    return new Outcome.Scored(
        "a",
        Optional.of(label),
        Optional.empty(),
        Optional.of(0.9),
        Optional.empty(),
        Optional.of("*"),
        Optional.empty());
  }

  private static Outcome.Scored notAnswered(AbstainReason reason) {
    return new Outcome.Scored(
        "a",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("*"),
        Optional.of(new NoAnswer(reason, 3, 3)));
  }

  private static LabelledReview review(Optional<String> expected) {
    return new LabelledReview("a", "film", expected, "A fine film.", Optional.empty());
  }

  private static long milliseconds(long milliseconds) {
    return TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }
}
