package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private final StringWriter out = new StringWriter();
  private Instant now = Instant.EPOCH;
  private final ProgressLines progress = new ProgressLines(new PrintWriter(out), () -> now);

  @Test
  void aLineIsPrintedEvery30SecondsWithSpeedAndRemainingTime() {
    for (int second = 0; second <= 70; second++) {
      now = Instant.EPOCH.plusSeconds(second);
      progress.batch(1, 10L * second, 2000, new LossAndAccuracy(0.51234, 0.75));
    }

    assertThat(out.toString().lines())
        .containsExactly(
            "epoch 1: 300/2000 reviews, loss 0.5123, accuracy 0.7500, 10 reviews/s,"
                + " 2 min 50 s left in the epoch",
            "epoch 1: 600/2000 reviews, loss 0.5123, accuracy 0.7500, 10 reviews/s,"
                + " 2 min 20 s left in the epoch");
  }

  @Test
  void speedIsMeasuredWithinAnEpoch() {
    LossAndAccuracy soFar = new LossAndAccuracy(0.5, 0.5);
    progress.batch(1, 1, 100, soFar);
    now = Instant.EPOCH.plusSeconds(100);
    progress.batch(2, 0, 100, soFar);
    now = Instant.EPOCH.plusSeconds(140);
    progress.batch(2, 80, 100, soFar);

    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("epoch 2: 80/100")
        .endsWith("2 reviews/s, 10 s left in the epoch");
  }

  @Test
  void anEpochIsSummarizedInALine() {
    progress.epoch(
        new EpochResult(
            3,
            new LossAndAccuracy(0.25, 0.9),
            new LossAndAccuracy(0.5, 0.8),
            true,
            Duration.ofSeconds(3905)));

    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "epoch 3: loss 0.2500, accuracy 0.9000; validation loss 0.5000, accuracy 0.8000;"
                + " 1 h 05 min; best so far");
  }
}
