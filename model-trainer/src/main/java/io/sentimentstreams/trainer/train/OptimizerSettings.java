package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;

/**
 * Settings of the updates.
 *
 * @param optimizer update rule
 * @param learningRate full learning rate, above 0
 * @param schedule decay of the learning rate
 * @param clipping limit on gradients
 */
public record OptimizerSettings(
    Optimizer optimizer, double learningRate, LearningRateSchedule schedule, Clipping clipping) {

  public OptimizerSettings {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException(
          "Invalid learning rate: %s. Use a number above 0.".formatted(learningRate));
    }
  }
}
