/** Layers and cells with a forward and a backward pass. */
@NullMarked
package io.sentimentstreams.trainer.train.layer;

import org.jspecify.annotations.NullMarked;
