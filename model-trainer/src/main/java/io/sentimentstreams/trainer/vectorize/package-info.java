/** Vectorized texts, read and written one at a time. */
@NullMarked
package io.sentimentstreams.trainer.vectorize;

import org.jspecify.annotations.NullMarked;
