package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.time.Duration;

/**
 * Result of one epoch.
 *
 * @param epoch epoch number from 1
 * @param training training metrics, with dropout, before each update
 * @param validation validation metrics after the epoch, without dropout
 * @param improved whether the validation loss is the smallest so far
 * @param duration duration including validation
 */
public record EpochResult(
    int epoch,
    LossAndAccuracy training,
    LossAndAccuracy validation,
    boolean improved,
    Duration duration) {}
