/**
 * Trains a network: layers with their gradients, the loop over epochs, early stopping. Matrix
 * products, updaters and initial weights are ND4J's and Deeplearning4j's; the recurrences are ours,
 * because those of the library are several times slower or wrong (see {@code docs/training.md}).
 */
@NullMarked
package io.sentimentstreams.train;

import org.jspecify.annotations.NullMarked;
