package io.sentimentstreams.trainer.provenance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The calibration of a model on its validation split.
 *
 * @param method name of the method
 * @param temperature divisor of the logits, above 0
 * @param shift added to the logits; empty if the method has none
 * @param errorBefore expected calibration error before the calibration, 0 to 1
 * @param errorAfter expected calibration error after the calibration, 0 to 1
 * @param logLossBefore log loss before the calibration, in nats
 * @param leftOut why the scores are not calibrated; empty if they are
 */
public record CalibrationProvenance(
    String method,
    double temperature,
    Optional<Double> shift,
    double errorBefore,
    double errorAfter,
    double logLossBefore,
    Optional<String> leftOut) {

  void addTo(Map<String, String> facts) {
    if (leftOut.isPresent()) {
      facts.put(FactNames.CALIBRATION, "none");
      facts.put(FactNames.CALIBRATION_LEFT_OUT, method + ": " + leftOut.get());
      return;
    }
    facts.put(FactNames.CALIBRATION, method);
    facts.put(FactNames.TEMPERATURE, number(temperature));
    shift.ifPresent(value -> facts.put(FactNames.SHIFT, number(value)));
    facts.put(FactNames.CALIBRATION_ERROR_BEFORE, number(errorBefore));
    facts.put(FactNames.CALIBRATION_ERROR_AFTER, number(errorAfter));
    facts.put(FactNames.LOG_LOSS_BEFORE, number(logLossBefore));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
