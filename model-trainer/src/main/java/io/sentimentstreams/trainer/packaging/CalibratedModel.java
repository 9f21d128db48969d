package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.calibrate.Calibration;
import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import io.sentimentstreams.trainer.calibrate.Calibrator;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import io.sentimentstreams.trainer.provenance.TrainingFacts;

/**
 * A model whose scores were calibrated.
 *
 * @param model with the calibration in its last layer
 * @param facts that a bundle records of it
 */
record CalibratedModel(Model model, Map<String, String> facts) {

  /**
   * Calibrates a model.
   *
   * @param held what it says of texts that it did not learn from, at least one
   * @param threshold the smallest score that says positive
   */
  static CalibratedModel of(
      Model model, CalibrationMethod method, List<Prediction> held, double threshold) {
    Calibration calibration = Calibrator.fit(method, held);
    Measures before = Measures.of(held, threshold);
    Measures after = Measures.of(Calibrator.apply(calibration, held), threshold);
    Map<String, String> facts = new TreeMap<>();
    facts.put(TrainingFacts.CALIBRATION, method.label());
    facts.put(TrainingFacts.TEMPERATURE, number(calibration.temperature()));
    if (method == CalibrationMethod.PLATT) {
      facts.put(TrainingFacts.SHIFT, number(calibration.shift()));
    }
    facts.put(TrainingFacts.CALIBRATION_ERROR_BEFORE, number(before.calibrationError()));
    facts.put(TrainingFacts.CALIBRATION_ERROR_AFTER, number(after.calibrationError()));
    facts.put(TrainingFacts.LOG_LOSS_BEFORE, number(before.logLoss()));
    return new CalibratedModel(calibration.applyTo(model), facts);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
