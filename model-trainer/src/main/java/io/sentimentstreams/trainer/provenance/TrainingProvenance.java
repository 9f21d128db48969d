package io.sentimentstreams.trainer.provenance;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts about a training.
 *
 * @param command command line
 * @param data labelled reviews
 * @param distillation reviews without labels; empty if there were none
 * @param settings settings
 * @param run course of the training
 * @param targetPrecision required precision outside the abstain band; empty if none was required
 * @param calibration calibration of the scores; empty if they were not calibrated
 */
public record TrainingProvenance(
    String command,
    DataProvenance data,
    Optional<DistillationProvenance> distillation,
    SettingsProvenance settings,
    RunProvenance run,
    Optional<Double> targetPrecision,
    Optional<CalibrationProvenance> calibration)
    implements Provenance {

  /** Creates the provenance of a model that is neither calibrated nor has an abstain band. */
  public TrainingProvenance(
      String command,
      DataProvenance data,
      Optional<DistillationProvenance> distillation,
      SettingsProvenance settings,
      RunProvenance run) {
    this(command, data, distillation, settings, run, Optional.empty(), Optional.empty());
  }

  /** Returns the same with a required precision. */
  public TrainingProvenance withTargetPrecision(Optional<Double> precision) {
    return new TrainingProvenance(
        command, data, distillation, settings, run, precision, calibration);
  }

  /** Returns the same with a calibration. */
  public TrainingProvenance withCalibration(CalibrationProvenance applied) {
    return new TrainingProvenance(
        command, data, distillation, settings, run, targetPrecision, Optional.of(applied));
  }

  @Override
  public SortedMap<String, String> toFacts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(FactNames.COMMAND, command);
    data.addTo(facts);
    distillation.ifPresent(source -> source.addTo(facts));
    settings.addTo(facts);
    run.addTo(facts);
    targetPrecision.ifPresent(
        precision -> facts.put(FactNames.TARGET_PRECISION, precision.toString()));
    calibration.ifPresent(applied -> applied.addTo(facts));
    return facts;
  }
}
