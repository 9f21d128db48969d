/** Optimizers, optimizer state and gradient clipping. */
@NullMarked
package io.sentimentstreams.trainer.train.optimizer;

import org.jspecify.annotations.NullMarked;
