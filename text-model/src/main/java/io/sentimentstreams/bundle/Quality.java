package io.sentimentstreams.bundle;

/**
 * How well a bundle did on labelled texts.
 *
 * @param data what they are, for people
 * @param dataSha256 fingerprint of the texts and labels, 64 lower-case hexadecimal digits
 * @param examples how many
 * @param accuracy share of texts on the right side of the threshold, 0 to 1
 * @param logLoss mean binary cross-entropy in nats
 * @param auc area under the ROC curve, 0 to 1
 * @param f1 harmonic mean of precision and recall of the positive label, 0 to 1
 * @param calibrationError expected calibration error, 0 to 1
 */
public record Quality(
    String data,
    String dataSha256,
    long examples,
    double accuracy,
    double logLoss,
    double auc,
    double f1,
    double calibrationError) {}
