package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.calibrate.Calibration;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.calibrate.CalibrationOutcome;
import io.sentimentstreams.trainer.calibrate.Calibrator;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.provenance.CalibrationProvenance;
import java.util.List;
import java.util.Optional;

/**
 * A model with calibrated scores.
 *
 * @param model weights, with the calibration applied to the last layer
 * @param provenance facts about the calibration
 */
record CalibratedModel(Model model, CalibrationProvenance provenance) {

  /**
   * Calibrates a model.
   *
   * @param predictions of the model on the validation split, at least one
   * @param threshold smallest score that means positive
   */
  static CalibratedModel of(
      Model model, CalibrationMethod method, List<Prediction> predictions, double threshold) {
    CalibrationOutcome outcome = Calibrator.fit(method, predictions);
    Calibration calibration = outcome.calibration();
    Measures before = Measures.of(predictions, threshold);
    Measures after = Measures.of(Calibrator.apply(calibration, predictions), threshold);
    return new CalibratedModel(
        applied(outcome, model),
        new CalibrationProvenance(
            method.label(),
            calibration.temperature(),
            method == CalibrationMethod.PLATT ? Optional.of(calibration.shift()) : Optional.empty(),
            before.calibrationError(),
            after.calibrationError(),
            before.logLoss(),
            outcome.reason()));
  }

  /**
   * Calibrates a model with more than two labels.
   *
   * @param predictions of the model on the validation split, at least one
   */
  static CalibratedModel ofClasses(
      Model model, CalibrationMethod method, List<ClassPrediction> predictions) {
    CalibrationOutcome outcome = Calibrator.fitClasses(method, predictions);
    Calibration calibration = outcome.calibration();
    List<ClassPrediction> after = Calibrator.applyToClasses(calibration, predictions);
    return new CalibratedModel(
        applied(outcome, model),
        new CalibrationProvenance(
            method.label(),
            calibration.temperature(),
            Optional.empty(),
            ClassMeasures.calibrationError(predictions),
            ClassMeasures.calibrationError(after),
            ClassMeasures.logLoss(predictions),
            outcome.reason()));
  }

  private static Model applied(CalibrationOutcome outcome, Model model) {
    return outcome.reason().isPresent() ? model : outcome.calibration().applyTo(model);
  }
}
