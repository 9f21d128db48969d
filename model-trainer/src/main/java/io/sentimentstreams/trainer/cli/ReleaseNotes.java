package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.provenance.TrainingFacts;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.report.TrainingReport;

/**
 * Tells how a model was calibrated and which scores it had better not decide; writes its report.
 */
public final class ReleaseNotes {

  private final TrainingPlan plan;
  private final PrintWriter out;

  public ReleaseNotes(TrainingPlan plan, PrintWriter out) {
    this.plan = plan;
    this.out = out;
  }

  public void tell(BundlePackager.Written written) {
    Map<String, String> facts = written.manifest().training();
    if (facts.containsKey(TrainingFacts.TEMPERATURE)) {
      say(
          "calibrated by %s, temperature %s: calibration error %s before, %s after",
          facts.getOrDefault(TrainingFacts.CALIBRATION, ""),
          facts.getOrDefault(TrainingFacts.TEMPERATURE, ""),
          facts.getOrDefault(TrainingFacts.CALIBRATION_ERROR_BEFORE, ""),
          facts.getOrDefault(TrainingFacts.CALIBRATION_ERROR_AFTER, ""));
    }
    written.manifest().uncertainBand().ifPresent(this::tell);
    if (plan.release().report()) {
      written.scored().ifPresentOrElse(this::report, () -> say("no report: it draws two labels"));
    }
  }

  private void report(ScoredTexts scored) {
    TrainingReport.write(plan, scored);
    say("wrote %s", plan.folder().resolve(TrainingReport.PAGE));
  }

  private void tell(AbstainBand band) {
    say(
        "scores from %s to below %s are uncertain; %.1f %% of held-out reviews are decided, %.1f %%"
            + " of them rightly",
        band.low(), band.high(), 100 * band.coverage(), 100 * band.precision());
    if (band.low() == 0 || band.high() == 1) {
      say(
          "no score says %s with a precision of %s; ask for less, or train a better model",
          written(band), plan.release().precision().map(Object::toString).orElse(""));
    }
  }

  private static String written(AbstainBand band) {
    return band.low() > 0 ? "positive" : band.high() < 1 ? "negative" : "negative or positive";
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
