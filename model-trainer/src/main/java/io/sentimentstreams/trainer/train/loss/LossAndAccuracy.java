package io.sentimentstreams.trainer.train.loss;

/**
 * Mean loss and accuracy on examples.
 *
 * @param loss mean loss in nats: binary cross-entropy, or the {@link ClassLoss} of more classes
 * @param accuracy share of correct decisions, at threshold 0.5 or by the most probable class
 */
public record LossAndAccuracy(double loss, double accuracy) {}
