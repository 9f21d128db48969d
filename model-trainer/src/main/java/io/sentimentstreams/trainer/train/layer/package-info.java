/** Layers and recurrent cells with forward and backward passes. */
@NullMarked
package io.sentimentstreams.trainer.train.layer;

import org.jspecify.annotations.NullMarked;
