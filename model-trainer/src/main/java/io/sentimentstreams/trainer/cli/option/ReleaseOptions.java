package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import java.util.Optional;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.packaging.ReleaseSettings;

/** What is done with a model after its training. */
public final class ReleaseOptions {

  @Option(
      names = "--calibrate",
      defaultValue = "temperature",
      paramLabel = "HOW",
      description =
          "How scores become probabilities on the held-out part: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private CalibrationMethod calibration = CalibrationMethod.TEMPERATURE;

  @Option(
      names = "--target-precision",
      paramLabel = "SHARE",
      description =
          "The share of decisions for each label that shall be right, such as 0.95; the scores"
              + " around the threshold that would miss it become the bundle's uncertain band"
              + " (default: no band).")
  private Optional<Double> precision = Optional.empty();

  @Option(
      names = "--report",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Write report.html and curves.png beside the bundle (default), or with --no-report do not.")
  private boolean report = true;

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if the precision is out of its range
   */
  public ReleaseSettings release() {
    return new ReleaseSettings(calibration, precision, report);
  }
}
