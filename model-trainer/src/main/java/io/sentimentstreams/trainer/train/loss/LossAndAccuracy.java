package io.sentimentstreams.trainer.train.loss;

/**
 * Mean loss and accuracy on examples.
 *
 * @param loss mean binary or categorical cross-entropy in nats
 * @param accuracy share of correct decisions, at threshold 0.5 or by the most probable class
 */
public record LossAndAccuracy(double loss, double accuracy) {}
