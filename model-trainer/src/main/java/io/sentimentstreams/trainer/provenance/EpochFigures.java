package io.sentimentstreams.trainer.provenance;

/**
 * What one epoch brought.
 *
 * @param number counted from 1
 * @param trainingLoss mean loss in nats while training
 * @param trainingAccuracy share of right decisions while training, 0 to 1
 * @param validationLoss mean loss in nats on what was held out
 * @param validationAccuracy share of right decisions on what was held out, 0 to 1
 * @param seconds that it took with its validation
 */
public record EpochFigures(
    int number,
    double trainingLoss,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy,
    long seconds) {}
