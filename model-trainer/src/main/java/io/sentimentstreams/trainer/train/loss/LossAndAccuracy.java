package io.sentimentstreams.trainer.train.loss;

/**
 * How well a network does on some examples.
 *
 * @param loss mean cross-entropy in nats, binary or over classes
 * @param accuracy share of examples on the right side of 0.5, or with the right class as the most
 *     probable
 */
public record LossAndAccuracy(double loss, double accuracy) {}
