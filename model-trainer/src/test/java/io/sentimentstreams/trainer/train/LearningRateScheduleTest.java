package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void constantDoesNotChange() {
    assertThat(LearningRateSchedule.CONSTANT.share(0.9, List.of())).isOne();
  }

  @Test
  void linearDecaysToZero() {
    assertThat(LearningRateSchedule.LINEAR.share(0, List.of())).isOne();
    assertThat(LearningRateSchedule.LINEAR.share(0.75, List.of())).isEqualTo(0.25);
    assertThat(LearningRateSchedule.LINEAR.share(1, List.of())).isZero();
  }

  @Test
  void cosineDecaysSlowlyAtBothEnds() {
    assertThat(LearningRateSchedule.COSINE.share(0, List.of())).isOne();
    assertThat(LearningRateSchedule.COSINE.share(0.25, List.of())).isCloseTo(0.8536, within(1e-4));
    assertThat(LearningRateSchedule.COSINE.share(0.5, List.of())).isCloseTo(0.5, within(1e-9));
    assertThat(LearningRateSchedule.COSINE.share(1, List.of())).isCloseTo(0, within(1e-9));
  }

  @Test
  void plateauHalvesAfterEpochWithoutImprovement() {
    List<EpochResult> history =
        List.of(epoch(1, true), epoch(2, false), epoch(3, true), epoch(4, false));

    assertThat(LearningRateSchedule.PLATEAU.share(0.1, history.subList(0, 1))).isOne();
    assertThat(LearningRateSchedule.PLATEAU.share(0.2, history.subList(0, 3))).isEqualTo(0.5);
    assertThat(LearningRateSchedule.PLATEAU.share(0.3, history)).isEqualTo(0.25);
  }

  private static EpochResult epoch(int number, boolean improved) {
    LossAndAccuracy performance = new LossAndAccuracy(0.5, 0.8);
    return new EpochResult(number, performance, performance, improved, Duration.ofSeconds(1));
  }
}
