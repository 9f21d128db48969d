package io.sentimentstreams.trainer.sample;

/**
 * Result of a comparison in which all scores agree.
 *
 * @param samples number of samples, at least 1
 * @param largestDifference maximum absolute difference of a score
 */
public record Agreement(int samples, double largestDifference) {}
