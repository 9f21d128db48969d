/** Training examples and the batches that they are packed into. */
@NullMarked
package io.sentimentstreams.trainer.train.batch;

import org.jspecify.annotations.NullMarked;
