/** Training examples, batches and packed sequences. */
@NullMarked
package io.sentimentstreams.trainer.train.batch;

import org.jspecify.annotations.NullMarked;
