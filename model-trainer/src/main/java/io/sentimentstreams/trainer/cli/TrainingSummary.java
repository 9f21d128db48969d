package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.trainer.pipeline.TrainingOutcome;
import io.sentimentstreams.trainer.provenance.CalibrationProvenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Terminal output after a training. */
final class TrainingSummary {

  private final PrintWriter out;

  TrainingSummary(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints the outcome.
   *
   * @param preset the preset that was trained; empty for none
   * @param bundle path of the bundle
   */
  void print(TrainingOutcome outcome, Optional<Preset> preset, Path bundle) {
    Quality quality = outcome.bundle().quality();
    int epochs = outcome.history().size();
    print(
        "epoch %d of %d was the best: validation accuracy %.4f, log loss %.4f",
        outcome.best().epoch(), epochs, quality.accuracy(), quality.logLoss());
    preset.ifPresent(chosen -> print("%s", chosen.comparison(outcome.history())));
    print(
        "trained in %s; wrote %s and its model card",
        DurationFormat.of(outcome.duration()), bundle);
    if (!outcome.finished()) {
      print("the training is not finished; --resume continues with epoch %d", epochs + 1);
    }
    outcome.bundle().calibration().ifPresent(this::print);
    print(outcome.bundle().manifest().abstain());
  }

  /** Prints the rules by which a bundle gives no label. */
  void print(AbstainRules rules) {
    rules.band().ifPresent(this::print);
    rules.confidence().ifPresent(this::print);
    rules
        .unknownShare()
        .ifPresent(
            share ->
                print("texts with more than %.1f %% unknown tokens get no label", 100 * share));
  }

  private void print(CalibrationProvenance calibration) {
    if (calibration.leftOut().isPresent()) {
      print("calibration left out: %s", calibration.leftOut().get());
      return;
    }
    print(
        "calibrated by %s, temperature %.5f; calibration error before: %.5f, after: %.5f",
        calibration.method(),
        calibration.temperature(),
        calibration.errorBefore(),
        calibration.errorAfter());
  }

  private void print(AbstainBand band) {
    print(
        "scores from %s to below %s are uncertain; %.1f %% of the validation reviews are decided,"
            + " %.1f %% of them correctly",
        band.low(), band.high(), 100 * band.coverage(), 100 * band.precision());
    if (band.low() == 0 || band.high() == 1) {
      print(
          "warning: no score decides %s with the precision of --target-precision. Use a lower one,"
              + " or train a better model.",
          undecided(band));
    }
  }

  private void print(ConfidenceThreshold threshold) {
    print(
        "texts get a label if its probability is at least %s; %.1f %% of the validation reviews are"
            + " decided, %.1f %% of them correctly",
        threshold.probability(), 100 * threshold.coverage(), 100 * threshold.precision());
    if (threshold.probability() == 1) {
      print(
          "warning: no probability reaches --target-precision. Use a lower one, or train a better"
              + " model.");
    }
  }

  private static String undecided(AbstainBand band) {
    return band.low() > 0 ? "positive" : band.high() < 1 ? "negative" : "negative or positive";
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
