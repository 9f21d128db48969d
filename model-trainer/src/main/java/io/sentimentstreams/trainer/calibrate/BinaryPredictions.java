package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Predictions of a model with two labels.
 *
 * @param all the predictions
 * @param shifts whether a calibration also shifts the log-odds
 */
record BinaryPredictions(List<Prediction> all, boolean shifts)
    implements Predictions<BinaryPredictions> {

  private static final double THRESHOLD = 0.5;

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public int labels() {
    return (int) all.stream().map(Prediction::positive).distinct().count();
  }

  @Override
  public BinaryPredictions subset(List<Integer> indices) {
    return new BinaryPredictions(indices.stream().map(all::get).toList(), shifts);
  }

  @Override
  public BinaryPredictions with(BinaryPredictions others) {
    List<Prediction> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new BinaryPredictions(both, shifts);
  }

  @Override
  public Optional<Calibration> fit() {
    return AffineFit.of(all, shifts);
  }

  @Override
  public BinaryPredictions calibrated(Calibration calibration) {
    return new BinaryPredictions(Calibrator.apply(calibration, all), shifts);
  }

  @Override
  public double logLoss() {
    return Measures.of(all, THRESHOLD).logLoss();
  }

  @Override
  public double error() {
    return Reliability.of(all).error();
  }
}
