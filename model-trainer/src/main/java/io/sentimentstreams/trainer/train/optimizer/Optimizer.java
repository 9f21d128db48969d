package io.sentimentstreams.trainer.train.optimizer;

import java.util.Locale;

/** What moves parameters against their gradient, with the constants of Keras. */
public enum Optimizer {
  /** Kingma and Ba (2015): beta1 0.9, beta2 0.999, epsilon 1e-7. */
  ADAM,
  /** Hinton (2012): rho 0.9, epsilon 1e-7, no momentum. */
  RMSPROP;

  /** As typed: {@code adam}, {@code rmsprop}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
