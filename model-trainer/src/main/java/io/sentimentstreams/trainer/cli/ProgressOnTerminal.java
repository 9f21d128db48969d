package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.train.EpochResult;
import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar during each epoch, and a line after it. */
final class ProgressOnTerminal implements ProgressDisplay {

  private static final int REDRAW_MILLIS = 250;

  private final PrintWriter out;
  private Optional<ProgressBar> bar = Optional.empty();

  ProgressOnTerminal(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void batch(int epoch, long examples, long total, LossAndAccuracy soFar) {
    ProgressBar current = bar.orElseGet(() -> newBar(epoch, total));
    bar = Optional.of(current);
    current.setExtraMessage(
        String.format(Locale.ROOT, " loss %.3f acc %.3f", soFar.loss(), soFar.accuracy()));
    current.stepTo(examples);
  }

  private static ProgressBar newBar(int epoch, long total) {
    DecimalFormat perSecond = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return new ProgressBarBuilder()
        .setTaskName("epoch " + epoch)
        .setInitialMax(total)
        .setUnit("", 1)
        .showSpeed(perSecond)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .clearDisplayOnFinish()
        .build();
  }

  @Override
  public void epoch(EpochResult result) {
    finish();
    out.println(ProgressDisplay.line(result));
  }

  @Override
  public void finish() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
