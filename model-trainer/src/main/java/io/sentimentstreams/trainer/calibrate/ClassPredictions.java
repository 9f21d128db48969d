package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Predictions of a model with more than two labels.
 *
 * @param all the predictions
 */
record ClassPredictions(List<ClassPrediction> all) implements Predictions<ClassPredictions> {

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public int labels() {
    return (int) all.stream().map(ClassPrediction::label).distinct().count();
  }

  @Override
  public ClassPredictions subset(List<Integer> indices) {
    return new ClassPredictions(indices.stream().map(all::get).toList());
  }

  @Override
  public ClassPredictions with(ClassPredictions others) {
    List<ClassPrediction> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new ClassPredictions(both);
  }

  @Override
  public Optional<Calibration> fit() {
    return SoftmaxFit.of(all);
  }

  @Override
  public ClassPredictions calibrated(Calibration calibration) {
    return new ClassPredictions(Calibrator.applyToClasses(calibration, all));
  }

  @Override
  public double logLoss() {
    return ClassMeasures.logLoss(all);
  }

  @Override
  public double error() {
    return ClassMeasures.calibrationError(all);
  }
}
