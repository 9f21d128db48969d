package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Progress in a log file: a line per epoch, and one every 30 seconds. */
final class ProgressLines implements ProgressDisplay {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final PrintWriter out;
  private final InstantSource clock;
  private int currentEpoch;
  private Instant epochStart = Instant.MIN;
  private Instant lastLine = Instant.MIN;

  ProgressLines(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void batch(int epoch, long examples, long total, LossAndAccuracy soFar) {
    Instant now = clock.instant();
    if (epoch != currentEpoch) {
      currentEpoch = epoch;
      epochStart = now;
      lastLine = now;
    }
    if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
      lastLine = now;
      print(examples, total, soFar, Duration.between(epochStart, now));
    }
  }

  private void print(long examples, long total, LossAndAccuracy soFar, Duration elapsed) {
    double perSecond = examples / (elapsed.toMillis() / 1000.0);
    Duration left = Duration.ofMillis((long) (1000 * (total - examples) / perSecond));
    out.println(
        String.format(
            Locale.ROOT,
            "epoch %d: %d/%d reviews, loss %.4f, accuracy %.4f, %.0f reviews/s, %s left in the epoch",
            currentEpoch,
            examples,
            total,
            soFar.loss(),
            soFar.accuracy(),
            perSecond,
            DurationFormat.of(left)));
  }

  @Override
  public void epoch(EpochResult result) {
    out.println(ProgressDisplay.line(result));
  }

  @Override
  public void finish() {
    out.flush();
  }
}
