package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.Measures;
import org.jspecify.annotations.Nullable;

/** Measures in the form in which bundles record them. */
public final class QualityRecords {

  /** AUC of a random classifier, recorded if the data has one label only. */
  private static final double RANDOM_AUC = 0.5;

  private QualityRecords() {}

  /**
   * Returns the quality of a model with two labels.
   *
   * @param description of the data
   */
  public static Quality of(Measures measures, String description, DataFingerprint data) {
    return new Quality(
        description,
        data.sha256(),
        data.examples(),
        measures.accuracy(),
        measures.logLoss(),
        auc(measures.auc()),
        measures.f1(),
        measures.calibrationError());
  }

  /**
   * Returns the quality of a model with more than two labels; AUC and F1 are means over the labels.
   *
   * @param description of the data
   */
  public static Quality of(ClassMeasures measures, String description, DataFingerprint data) {
    return new Quality(
        description,
        data.sha256(),
        data.examples(),
        measures.accuracy(),
        measures.logLoss(),
        auc(measures.auc()),
        measures.macroF1(),
        measures.calibrationError());
  }

  private static double auc(@Nullable Double measured) {
    return measured == null ? RANDOM_AUC : measured;
  }
}
