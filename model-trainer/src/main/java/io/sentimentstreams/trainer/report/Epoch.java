package io.sentimentstreams.trainer.report;

/**
 * Metrics of one epoch.
 *
 * @param number epoch number from 1
 * @param trainingLoss mean training loss in nats
 * @param trainingAccuracy training accuracy, 0 to 1
 * @param validationLoss mean validation loss in nats
 * @param validationAccuracy validation accuracy, 0 to 1
 * @param seconds duration including validation
 */
public record Epoch(
    int number,
    double trainingLoss,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy,
    long seconds) {}
