package io.sentimentstreams.trainer.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * Predictions that a calibration can be fitted to and measured on.
 *
 * @param <S> type of a set of predictions
 */
interface Predictions<S extends Predictions<S>> {

  /** Returns the number of predictions. */
  int size();

  /** Returns the number of labels that occur. */
  int labels();

  /** Returns some of the predictions. */
  S subset(List<Integer> indices);

  /** Returns all of these predictions and those of another set. */
  S with(S others);

  /** Returns the calibration with the smallest log loss; empty if its scale is not above 0. */
  Optional<Calibration> fit();

  /** Returns calibrated predictions. */
  S calibrated(Calibration calibration);

  /** Returns the mean log loss in nats. */
  double logLoss();

  /** Returns the expected calibration error, 0 to 1. */
  double error();
}
