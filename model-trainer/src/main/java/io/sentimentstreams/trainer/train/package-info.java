/**
 * Trains a network: layers with their gradients, the loop over epochs, early stopping, checkpoints.
 * Matrix products and initial weights are ND4J's; recurrences and updaters are ours, because those
 * of the library are several times slower, wrong, or not Keras' (see {@code docs/decisions/0002}).
 */
@NullMarked
package io.sentimentstreams.trainer.train;

import org.jspecify.annotations.NullMarked;
