package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Quality of a bundle on labelled texts.
 *
 * @param data description of the texts
 * @param dataSha256 fingerprint of the texts and labels, 64 lower-case hexadecimal digits
 * @param examples number of texts
 * @param accuracy proportion of texts with the correct label, 0 to 1
 * @param logLoss mean cross-entropy in nats
 * @param auc area under the ROC curve, 0 to 1; with more than two labels, the mean of
 *     one-versus-rest
 * @param f1 harmonic mean of precision and recall of the positive label, 0 to 1; with more than two
 *     labels, the mean over all
 * @param calibrationError expected calibration error, 0 to 1
 * @param ordered distances on the scale; empty if the labels have no order
 */
public record Quality(
    String data,
    String dataSha256,
    long examples,
    double accuracy,
    double logLoss,
    double auc,
    double f1,
    double calibrationError,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OrderedQuality> ordered) {

  /** Creates the quality of a model whose labels have no order. */
  public Quality(
      String data,
      String dataSha256,
      long examples,
      double accuracy,
      double logLoss,
      double auc,
      double f1,
      double calibrationError) {
    this(
        data, dataSha256, examples, accuracy, logLoss, auc, f1, calibrationError, Optional.empty());
  }
}
