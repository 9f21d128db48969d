package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.packaging.AbstainSettings;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Steps between training and bundle. */
public final class ReleaseOptions {

  @Option(
      names = "--calibrate",
      defaultValue = "temperature",
      paramLabel = "METHOD",
      description =
          "Calibration of the scores on the validation split: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private CalibrationMethod calibration = CalibrationMethod.TEMPERATURE;

  @Option(
      names = "--target-precision",
      paramLabel = "SHARE",
      description =
          "Required share of correct answers, such as 0.95. Texts that would miss it get no label."
              + " With two labels, they are a band of scores and each label reaches the share. With"
              + " more, they have a low probability and all answers together reach it (default: no"
              + " such rule).")
  private Optional<Double> targetPrecision = Optional.empty();

  @Mixin private final UnknownShareOption unknownShare = new UnknownShareOption();

  @Option(
      names = "--report",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Write report.html and curves.png to the output folder; --no-report writes neither"
              + " (default: ${DEFAULT-VALUE}).")
  private boolean report = true;

  /**
   * Returns the settings.
   *
   * @throws IllegalArgumentException if a share is out of range
   */
  public ReleaseSettings settings() {
    return new ReleaseSettings(
        calibration, new AbstainSettings(targetPrecision, unknownShare.value()));
  }

  /** Returns whether a report is written. */
  public boolean hasReport() {
    return report;
  }
}
