package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.train.loss.LossAndAccuracy;
import java.time.Duration;

/**
 * What one epoch brought.
 *
 * @param epoch counted from 1
 * @param training measured while training, with dropout, before each update
 * @param validation measured after the epoch, without dropout
 * @param improved whether no epoch before had a smaller validation loss
 * @param duration of the epoch with its validation
 */
public record EpochResult(
    int epoch,
    LossAndAccuracy training,
    LossAndAccuracy validation,
    boolean improved,
    Duration duration) {}
