package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.calibrate.Calibration;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.calibrate.Calibrator;
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
    Calibration calibration = Calibrator.fit(method, predictions);
    Measures before = Measures.of(predictions, threshold);
    Measures after = Measures.of(Calibrator.apply(calibration, predictions), threshold);
    return new CalibratedModel(
        calibration.applyTo(model),
        new CalibrationProvenance(
            method.label(),
            calibration.temperature(),
            method == CalibrationMethod.PLATT ? Optional.of(calibration.shift()) : Optional.empty(),
            before.calibrationError(),
            after.calibrationError(),
            before.logLoss()));
  }
}
