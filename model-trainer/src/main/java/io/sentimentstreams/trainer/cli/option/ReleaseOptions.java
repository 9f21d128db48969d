package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;
import java.util.Optional;
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
          "Required precision of the decisions for each label, such as 0.95. Scores around the"
              + " threshold that would miss it become the abstain band (default: no band).")
  private Optional<Double> targetPrecision = Optional.empty();

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
   * @throws IllegalArgumentException if the precision is out of range
   */
  public ReleaseSettings settings() {
    return new ReleaseSettings(calibration, targetPrecision);
  }

  /** Returns whether a report is written. */
  public boolean hasReport() {
    return report;
  }
}
