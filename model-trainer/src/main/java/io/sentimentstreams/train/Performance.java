package io.sentimentstreams.train;

/**
 * How well a network does on some examples.
 *
 * @param loss mean binary cross-entropy in nats
 * @param accuracy share of examples on the right side of 0.5
 */
public record Performance(double loss, double accuracy) {}
