/**
 * Training of networks: training loop, early stopping and checkpoints. ND4J computes matrix
 * products and initial weights. Recurrent layers and optimizers are implemented here, because those
 * of the library are several times slower, incorrect or different from Keras (see {@code
 * docs/decisions/0002}).
 */
@NullMarked
package io.sentimentstreams.trainer.train;

import org.jspecify.annotations.NullMarked;
