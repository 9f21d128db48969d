/** Optimizers, gradient clipping and the optimizer state. */
@NullMarked
package io.sentimentstreams.trainer.train.optimizer;

import org.jspecify.annotations.NullMarked;
