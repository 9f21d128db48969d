package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import io.sentimentstreams.trainer.train.optimizer.OptimizerState;

/**
 * Updates of parameters with the update rules of Keras' optimizers. Each update is one pass over
 * all parameters, including those with a zero gradient. Not thread-safe.
 */
final class OptimizerStep {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float RHO = 0.9f;
  private static final float EPSILON = 1e-7f;

  private final Optimizer optimizer;
  private final double learningRate;
  private final Clipping clipping;
  private final OptimizerState state;

  OptimizerStep(TrainingSettings settings, OptimizerState state) {
    optimizer = settings.optimizer();
    learningRate = settings.learningRate();
    clipping = settings.clipping();
    this.state = state;
  }

  /** Returns the optimizer state, not a copy. */
  OptimizerState state() {
    return state;
  }

  /**
   * Updates the parameters.
   *
   * @param gradients gradients of the loss; clipped in place
   * @param share factor of the learning rate, 0 to 1
   */
  void update(float[] parameters, float[] gradients, double share) {
    clip(gradients);
    double step = (double) state.countUpdate();
    double rate = share * learningRate;
    switch (optimizer) {
      case ADAM -> {
        double correction = Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step));
        adam(parameters, gradients, (float) (rate * correction));
      }
      case RMSPROP -> rmsprop(parameters, gradients, (float) rate);
    }
  }

  private void adam(float[] parameters, float[] gradients, float rate) {
    float[] momentum = state.momentum();
    float[] velocity = state.velocity();
    for (int i = 0; i < parameters.length; i++) {
      float gradient = gradients[i];
      float m = momentum[i] + (1 - BETA1) * (gradient - momentum[i]);
      float v = velocity[i] + (1 - BETA2) * (gradient * gradient - velocity[i]);
      momentum[i] = m;
      velocity[i] = v;
      parameters[i] -= rate * m / ((float) Math.sqrt(v) + EPSILON);
    }
  }

  private void rmsprop(float[] parameters, float[] gradients, float rate) {
    float[] velocity = state.velocity();
    for (int i = 0; i < parameters.length; i++) {
      float gradient = gradients[i];
      float v = RHO * velocity[i] + (1 - RHO) * gradient * gradient;
      velocity[i] = v;
      parameters[i] -= rate * gradient / (float) Math.sqrt(v + EPSILON);
    }
  }

  private void clip(float[] gradients) {
    if (clipping instanceof Clipping.ByNorm byNorm) {
      double norm = norm(gradients);
      if (norm > byNorm.norm()) {
        float scale = (float) (byNorm.norm() / norm);
        for (int i = 0; i < gradients.length; i++) {
          gradients[i] *= scale;
        }
      }
    } else if (clipping instanceof Clipping.ByValue byValue) {
      float limit = (float) byValue.limit();
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = Math.max(-limit, Math.min(limit, gradients[i]));
      }
    }
  }

  private static double norm(float[] gradients) {
    double squares = 0;
    for (float gradient : gradients) {
      squares += (double) gradient * gradient;
    }
    return Math.sqrt(squares);
  }
}
