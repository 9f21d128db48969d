package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import org.jspecify.annotations.Nullable;

/** Metrics that models with any labels have. */
public sealed interface Figures permits Measures, ClassMeasures {

  /** Returns the share of texts whose preferred label is the true one. */
  double accuracy();

  /** Returns the mean cross-entropy in nats. */
  double logLoss();

  /** Returns the expected calibration error, 0 to 1. */
  double calibrationError();

  /**
   * Returns the area under the ROC curve, for more than two labels the mean over one against the
   * rest; null if it is undefined.
   */
  @Nullable Double auc();

  /** Returns the metrics of a bundle on texts, at least one. */
  static Figures of(Manifest manifest, ClassifiedTexts texts) {
    return manifest.task() == Task.BINARY
        ? Measures.of(texts.scored().predictions(), manifest.threshold())
        : ClassMeasures.of(texts.predictions(), manifest.labels(), manifest.task());
  }
}
