package io.sentimentstreams.trainer.train.optimizer;

import java.util.Locale;

/** Update rules with the default constants of Keras. */
public enum Optimizer {
  /** Kingma and Ba (2015): beta1 0.9, beta2 0.999, epsilon 1e-7. */
  ADAM,
  /** Hinton (2012): rho 0.9, epsilon 1e-7, no momentum. */
  RMSPROP;

  /** Returns the option value: {@code adam} or {@code rmsprop}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
