package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.OrderedQuality;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.OrderedMeasures;
import java.util.Optional;
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
  private static Quality of(Measures measures, String description, DataFingerprint data) {
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
  private static Quality of(ClassMeasures measures, String description, DataFingerprint data) {
    return new Quality(
        description,
        data.sha256(),
        data.examples(),
        measures.accuracy(),
        measures.logLoss(),
        auc(measures.auc()),
        measures.macroF1(),
        measures.calibrationError(),
        Optional.ofNullable(measures.ordered()).map(QualityRecords::ordered));
  }

  /**
   * Returns the quality of a bundle on texts.
   *
   * @param texts at least one
   * @param description of the data
   */
  public static Quality of(Manifest manifest, ClassifiedTexts texts, String description) {
    DataFingerprint data = DataFingerprint.of(texts.texts());
    return manifest.task() == Task.BINARY
        ? of(Measures.of(texts.scored().predictions(), manifest.threshold()), description, data)
        : of(
            ClassMeasures.of(texts.predictions(), manifest.labels(), manifest.task()),
            description,
            data);
  }

  private static OrderedQuality ordered(OrderedMeasures measures) {
    return new OrderedQuality(
        measures.meanAbsoluteError(),
        measures.meanAbsoluteErrorExpected(),
        Optional.ofNullable(measures.quadraticWeightedKappa()));
  }

  private static double auc(@Nullable Double measured) {
    return measured == null ? RANDOM_AUC : measured;
  }
}
